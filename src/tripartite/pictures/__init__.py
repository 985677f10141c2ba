"""Pictures of the graph: every mark has its standing, its proof and a twin in words."""
