"""Normalisation of text: plain digits, letters and hanzi, pinyin read, slips mended."""
