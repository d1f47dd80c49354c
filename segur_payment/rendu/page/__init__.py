"""The verdict as one self-contained HTML page, without script and without network."""

from segur_payment.rendu.page.page import rendre_page

__all__ = ["rendre_page"]
