"""What the kit refuses to do, said in French."""

from segur_payment.erreurs import ErreurSegur


class ErreurKit(ErreurSegur):
    """A path that leads nowhere, a defect that does not fit, an extra that is missing."""
