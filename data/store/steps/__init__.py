"""The migrations of the schema, one file each; data/store/migrations.py has their order."""
