"""One rule a file, named for the fault, so that "allow RULE" reads well."""
