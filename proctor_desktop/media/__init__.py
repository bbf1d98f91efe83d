"""Video sources: files, cameras and streams become upright frames with a presentation time."""
