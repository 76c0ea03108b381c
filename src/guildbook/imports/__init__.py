"""Imports: workbooks and lists looked over before anything of them is kept."""
