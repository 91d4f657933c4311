# Only what drivers/ant uses of openant 1.3.4, which ships no types.
