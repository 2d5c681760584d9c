"""Files become a Site: found, decoded, validated, linked."""
