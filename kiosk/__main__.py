"""`python -m kiosk` is the same as `switchback`."""

from kiosk.cli import main

if __name__ == "__main__":
    main()
