"""Every sentence of the command line, in both languages."""
