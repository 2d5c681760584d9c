"""`python -m blogsmith`."""

from blogsmith.cli.main import main

if __name__ == "__main__":
    main()
