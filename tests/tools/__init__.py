"""What make and the tests share: formatting data, writing golden tables, running commands."""
