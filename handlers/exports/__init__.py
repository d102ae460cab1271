"""Exports: pictures, workbooks and documents, and the evidence in one file."""
