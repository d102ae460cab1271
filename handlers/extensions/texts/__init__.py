"""The words about more time."""
