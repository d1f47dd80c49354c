"""``python -m segur_payment``: the command ``segur-payment``."""

import sys

from segur_payment.cli import main

if __name__ == "__main__":
    sys.exit(main())
