"""What is sent on: pictures, workbooks, documents, and evidence in one file. The libraries that make them are large:
each is loaded by the function that makes a file with it, and the bot starts without them."""
