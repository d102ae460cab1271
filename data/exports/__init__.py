"""What is sent on: pictures, workbooks, documents, and evidence in one file."""
