"""A text made ready for reading: plain digits, letters and hanzi, pinyin read, slips mended."""
