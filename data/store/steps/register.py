"""Where the steps of the schema are registered, in the order in which they are run."""

from sqlite_utils import Migrations

migrations = Migrations("liaison")
