"""`python -m kztimeline` is `kztimeline`."""

from kztimeline.cli import main

if __name__ == "__main__":
    main()
