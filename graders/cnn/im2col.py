"""im2col: positions row by row, windows channel by channel, and every size different from every other."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, uses

CHECKS = (equal(),)  # the pixels are copied


def cases(rng):
    def images(*shape):
        return rng.normal(size=shape)

    yield Case("four windows", np.arange(9.0).reshape(1, 1, 3, 3), 2)
    # early, as the first few are asked twice: here a result may be a view
    yield Case("one pixel", np.array([[[[5.0]]]]), 1).edge("1x1 kernels")
    yield Case("a kernel of one pixel", images(2, 3, 2, 4), 1).edge("1x1 kernels")
    yield Case("one window", np.arange(9.0).reshape(1, 1, 3, 3), 3)
    yield Case("two channels", images(1, 2, 3, 3), 2)
    yield Case("two images", images(2, 1, 2, 3), 2)
    yield Case("a wide image", images(1, 1, 3, 5), 2)
    yield Case("a tall image", images(2, 2, 5, 3), 2)
    yield Case("padding 1", images(2, 2, 2, 3), 3, padding=1)
    yield Case("stride 2 that fits", images(2, 2, 5, 3), 3, stride=2)
    yield Case("stride 2 and padding 1, by position", images(2, 3, 5, 7), 3, 2, 1)
    yield Case("four images, every length its own", images(4, 2, 5, 7), 3)
    yield Case("three hundred columns", images(1, 2, 3, 300), 2).plain()
    yield Case("stride 2 that does not fit", images(1, 3, 4, 6), 3, stride=2).edge("leftover pixels")
    yield Case("stride 2 and padding 1, leftovers", images(2, 3, 4, 5), 2, 2, 1).edge("leftover pixels")
    yield Case("padding wider than the kernel", images(1, 1, 1, 2), 2, padding=3).edge("wide padding")
    yield Case("gaps between windows", images(2, 1, 7, 5), 2, stride=3).edge("large strides")
    yield Case("every third pixel", images(1, 2, 5, 8), 1, stride=3).edge("large strides")


def windows_of(x, k, stride, padding, **how):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), **how)
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]


def in_order(windows, axes=(0, 2, 3, 1, 4, 5)):
    n, c, out_h, out_w, k, _ = windows.shape
    return windows.transpose(axes).reshape(n, out_h * out_w, c * k * k)


@mistake("Your channels come last inside a window. A row has all of channel 0, then all of channel 1, and so on.")
def channels_last(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding), (0, 2, 3, 4, 5, 1))


@mistake("You reshape without moving the channels behind the positions first, which mixes windows. "
         "Transpose to (N, out_h, out_w, C, k, k), then reshape.")
def not_transposed(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding), (0, 1, 2, 3, 4, 5))


@mistake("You return one column per window, (N, C * k * k, positions). The task asks for one row per window.")
def columns(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding)).transpose(0, 2, 1)


@mistake("Your positions run column by column. They run row by row: (0, 0), (0, 1), ...")
def positions_by_column(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding), (0, 3, 2, 1, 4, 5))


@mistake("You read each window column by column. Inside a channel it runs row by row.")
def windows_by_column(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding), (0, 2, 3, 1, 5, 4))


@mistake("You join all images in one matrix. Keep N as an axis: (N, positions, C * k * k).")
def images_merged(x, kernel, stride=1, padding=0):
    cols = in_order(windows_of(x, kernel, stride, padding))
    return cols.reshape(-1, cols.shape[-1])


@mistake("Your rows take one position of every image before the next position, and the reshape then mixes the images. "
         "Collect all positions of an image first, or move N to the front before you reshape.")
def images_interleaved(x, kernel, stride=1, padding=0):
    cols = in_order(windows_of(x, kernel, stride, padding))
    return cols.transpose(1, 0, 2).reshape(cols.shape)


@mistake("You ignore the padding. Add `padding` rows and columns of zeros on all four sides first.")
def ignores_padding(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, 0))


@mistake("You pad all four axes, so extra images and channels of zeros appear. Pad only the rows and the columns: "
         "((0, 0), (0, 0), (padding, padding), (padding, padding)).")
def padded_on_all_axes(x, kernel, stride=1, padding=0):
    return in_order(windows_of(np.pad(x, padding), kernel, stride, 0))


@mistake("You pad below and to the right only. Padding goes on all four sides.")
def padded_at_the_end(x, kernel, stride=1, padding=0):
    return in_order(windows_of(np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding))), kernel, stride, 0))


@mistake("You repeat the edge pixels as padding. The task asks for zeros.")
def padded_with_edges(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding, mode="edge"))


@mistake("You ignore the stride. Windows start `stride` pixels apart, in both directions.")
def ignores_stride(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, 1, padding))


@mistake("You use the number of rows of positions for the columns too. H and W may differ.")
def square_image(x, kernel, stride=1, padding=0):
    windows = windows_of(x, kernel, stride, padding)
    return in_order(windows[:, :, :, :windows.shape[2]])


@mistake("You round the number of positions up. A window that does not fit completely does not count, so round down.")
def rounded_up(x, kernel, stride=1, padding=0):
    ends = [padding + -(n + 2 * padding - kernel) % stride for n in x.shape[2:]]
    padded = np.pad(x, ((0, 0), (0, 0), (padding, ends[0]), (padding, ends[1])))
    return in_order(windows_of(padded, kernel, stride, 0))


@mistake("You read the windows backward, as a flipped kernel would. A window's first entry is its upper left pixel.")
def flipped(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x, kernel, stride, padding)[..., ::-1, ::-1])


@mistake("You round the pixels to float32. Return them exactly as they are.", when=uses("np.float32", "np.single"))
def through_float32(x, kernel, stride=1, padding=0):
    return in_order(windows_of(x.astype(np.float32), kernel, stride, padding)).astype(np.float64)


@alternative
def window_by_window(x, kernel, stride=1, padding=0):
    n, c, h, w = x.shape
    padded = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    padded[:, :, padding:padding + h, padding:padding + w] = x
    rows = []
    for i in range(0, h + 2 * padding - kernel + 1, stride):
        for j in range(0, w + 2 * padding - kernel + 1, stride):
            rows.append(padded[:, :, i:i + kernel, j:j + kernel].reshape(n, -1))
    return np.stack(rows, axis=1)


@alternative
def by_kernel_offsets(x, kernel, stride=1, padding=0):
    n, c, h, w = x.shape
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    out_h, out_w = (h + 2 * padding - kernel) // stride + 1, (w + 2 * padding - kernel) // stride + 1
    cols = np.empty((n, out_h, out_w, c, kernel, kernel))
    for a in range(kernel):
        for b in range(kernel):
            cols[..., a, b] = padded[:, :, a::stride, b::stride][:, :, :out_h, :out_w].transpose(0, 2, 3, 1)
    return cols.reshape(n, -1, c * kernel * kernel)


@alternative
def by_indices(x, kernel, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = padded.shape
    out_h, out_w = (h - kernel) // stride + 1, (w - kernel) // stride + 1
    pixels = np.arange(c * h * w).reshape(c, h, w)
    window = pixels[:, :kernel, :kernel].ravel()
    starts = pixels[0, :out_h * stride:stride, :out_w * stride:stride].ravel()
    return padded.reshape(n, -1)[:, starts[:, None] + window]
