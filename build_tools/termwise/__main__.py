"""`python -m termwise` is the command `termwise`."""

from termwise.cli import main

if __name__ == "__main__":
    main()
