"""The second engine: tantivy holds our words at our positions."""
