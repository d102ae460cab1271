"""Pictures, workbooks and documents to send on, and the evidence in one file."""
