import numpy as np
import pytest

from proctor_desktop.simulation.raster import rasterize

SIZE = (40, 30)
SQUARE = np.array([[5.0, 5.0], [25.0, 5.0], [25.0, 20.0], [5.0, 20.0]])
FACING = np.array([[0, 2, 1], [0, 3, 2]])


def test_values_are_interpolated_linearly_across_a_square():
    patch = rasterize(SQUARE, np.ones(4), FACING, SQUARE, SIZE)
    row, column = 12 - patch.top, 17 - patch.left
    assert patch.values[row, column] == pytest.approx([17, 12], abs=1e-4)


def test_pixels_outside_belong_to_no_triangle():
    patch = rasterize(SQUARE, np.ones(4), FACING, SQUARE, SIZE)
    assert patch.triangle[0, 0] == -1
    assert (patch.triangle >= 0).sum() == pytest.approx(21 * 16, abs=40)


def test_backs_are_not_drawn():
    assert rasterize(SQUARE, np.ones(4), FACING[:, ::-1], SQUARE, SIZE) is None


@pytest.mark.parametrize("nearer", [0, 1])
def test_nearer_triangle_hides_the_other(nearer):
    points = np.concatenate([SQUARE, SQUARE])
    depth = np.array([2.0] * 8)
    depth[4 * nearer : 4 * nearer + 4] = 1.0
    triangles = np.concatenate([FACING, FACING + 4])
    patch = rasterize(points, depth, triangles, np.repeat([[0.0], [1.0]], 4, axis=0), SIZE)
    assert set(np.unique(patch.triangle)) - {-1} == {2 * nearer, 2 * nearer + 1}


def test_surface_outside_the_picture_gives_nothing():
    assert rasterize(SQUARE + 100, np.ones(4), FACING, SQUARE, SIZE) is None


def test_surface_across_the_edge_is_cut_off():
    patch = rasterize(SQUARE + np.array([25, 0]), np.ones(4), FACING, SQUARE, SIZE)
    assert patch.window[1].stop == SIZE[0]
