"""How each assignment stands, on any day: rows kept with every change, lists and cards read from them."""
