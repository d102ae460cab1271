"""Exports: pictures, workbooks, documents, and evidence in one file.

The libraries that make these files are large. They are imported only by the functions that need them, so that the
bot starts without them.
"""
