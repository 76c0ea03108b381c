"""Files kept beside records: scans, attachments."""
