"""The steps of the schema: one file for each thing that was added; data/store/migrations.py has their order."""
