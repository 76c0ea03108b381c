"""Mandates: who acts for which organisation, for what term, and invitations to do so."""
