/* The loops of a search in C: what numpy does with arrays, without making the arrays.
 *
 * In: lists of `Reading`s and arrays, as `compiled.Loops` describes them. Out: numbers in arrays that the caller made.
 * Leaves to others: when these are used and what stands in for them (`compiled`), building them (`hatch_build.py`).
 *
 * Each gives what the numpy of its caller gives, to the last bit: steps of vectors are powers of two, so that their
 * sums are exact in any order (`encoder`), and where they are not, numbers are added in the same order. The one
 * exception is `nearness_of_rows` for a vector that was not rounded; its last bit may be another.
 * The interpreter's lock is held throughout, and no array may change meanwhile. Arrays are contiguous.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#ifndef STAMP
#define STAMP 0
#endif
#ifdef WIDE_LOOPS /* one version for each kind of processor, chosen when the module is loaded */
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif

enum { LANES = 16, LONGEST = 64, WIDEST = 256 }; /* sums beside each other; places of a part; numbers of a vector */

typedef struct {
    PyObject *reading;
    const float *places, *gaps, *direction;
    Py_ssize_t count, size, groups, width;
    long group;
} Part;

static PyObject *name_places, *name_gaps, *name_direction, *name_group;

/* Arrays and readings. A buffer is given back at once: the caller keeps its array. */

static void *
numbers_of(PyObject *array, Py_ssize_t bytes, int flags, Py_ssize_t *rows, Py_ssize_t *columns)
{
    Py_buffer view;
    if (PyObject_GetBuffer(array, &view, PyBUF_C_CONTIGUOUS | flags) < 0)
        return NULL;
    static double nothing;
    void *numbers = view.buf ? view.buf : &nothing; /* of an array of no numbers */
    int fits = view.itemsize == bytes && (view.ndim == 1 || view.ndim == 2);
    if (fits) {
        *rows = view.shape[0];
        *columns = view.ndim == 2 ? view.shape[1] : 1;
    }
    PyBuffer_Release(&view);
    if (!fits) {
        PyErr_SetString(PyExc_ValueError, "an array has another shape or other numbers than are expected");
        return NULL;
    }
    return numbers;
}

static int
refuse(const char *why)
{
    PyErr_SetString(PyExc_ValueError, why);
    return -1;
}

static int
read_part(PyObject *reading, Part *part)
{
    PyObject *places = PyObject_GetAttr(reading, name_places), *gaps = PyObject_GetAttr(reading, name_gaps);
    PyObject *direction = PyObject_GetAttr(reading, name_direction), *group = PyObject_GetAttr(reading, name_group);
    Py_ssize_t rows = 0, one;
    int read = places && gaps && direction && group &&
               (part->places = numbers_of(places, sizeof(float), 0, &part->count, &part->size)) &&
               (part->gaps = numbers_of(gaps, sizeof(float), 0, &rows, &part->groups)) &&
               (part->direction = numbers_of(direction, sizeof(float), 0, &part->width, &one));
    if (read) {
        part->group = PyLong_AsLong(group);
        part->reading = reading;
        read = !PyErr_Occurred();
    }
    Py_XDECREF(places);
    Py_XDECREF(gaps);
    Py_XDECREF(direction);
    Py_XDECREF(group);
    if (!read)
        return -1;
    if (part->count > LONGEST || part->size > WIDEST || rows != part->count || part->group < 0)
        return refuse("a reading has another shape than is expected");
    return 0;
}

/* Readings met in one call, each read once: `size` is a power of two and greater than their number. */
typedef struct {
    Part *parts;
    size_t size;
} Table;

static int
begin_table(Table *table, Py_ssize_t pairs)
{
    table->size = 16;
    while (table->size < 4 * (size_t)pairs + 4)
        table->size *= 2;
    table->parts = PyMem_Calloc(table->size, sizeof(Part));
    if (!table->parts)
        PyErr_NoMemory();
    return table->parts ? 0 : -1;
}

static const Part *
part_of(const Table *table, PyObject *reading)
{
    size_t at = ((size_t)reading >> 4) & (table->size - 1);
    while (table->parts[at].reading && table->parts[at].reading != reading)
        at = (at + 1) & (table->size - 1);
    Part *part = &table->parts[at];
    if (!part->reading && read_part(reading, part) < 0) {
        part->reading = NULL;
        return NULL;
    }
    return part;
}

static int
groups_fit(const Part *one, const Part *other)
{
    return one->group < other->groups && other->group < one->groups && one->size == other->size &&
           one->width == other->width;
}

/* The worth of two parts laid side by side. */

/* Sixteen numbers at once; a processor that has not so many lanes takes them in turns. */
typedef float Lanes __attribute__((vector_size(LANES * sizeof(float))));
typedef float Eight __attribute__((vector_size(8 * sizeof(float))));
typedef float Four __attribute__((vector_size(4 * sizeof(float))));

static inline __attribute__((always_inline)) float
sum_of(const Lanes *lanes)
{
    Eight halves[2];
    Four quarters[2];
    memcpy(halves, lanes, sizeof halves);
    halves[0] += halves[1];
    memcpy(quarters, halves, sizeof quarters);
    quarters[0] += quarters[1];
    return (quarters[0][0] + quarters[0][1]) + (quarters[0][2] + quarters[0][3]);
}

static inline __attribute__((always_inline)) float
product(const float *one, const float *other, Py_ssize_t size)
{
    Lanes sums = {0}, a, b;
    float rest = 0;
    Py_ssize_t k = 0;
    for (; k + LANES <= size; k += LANES) {
        memcpy(&a, one + k, sizeof a);
        memcpy(&b, other + k, sizeof b);
        sums += a * b;
    }
    for (; k < size; k++)
        rest += one[k] * other[k];
    return rest + sum_of(&sums);
}

WIDE static void
products(const float *ones, Py_ssize_t count, const float *others, Py_ssize_t other_count, Py_ssize_t size, float *out)
{
    for (Py_ssize_t i = 0; i < count; i++)
        for (Py_ssize_t j = 0; j < other_count; j++)
            out[i * other_count + j] = product(ones + i * size, others + j * size, size);
}

/* The same, the others kept in bytes: (count, other_count) products. */
WIDE static void
products_of_bytes(const float *ones, Py_ssize_t count, const int8_t *others, Py_ssize_t other_count, Py_ssize_t size,
                  float scale, float *out)
{
    float other[WIDEST];
    for (Py_ssize_t j = 0; j < other_count; j++) {
        for (Py_ssize_t k = 0; k < size; k++)
            other[k] = (float)others[j * size + k] * scale;
        for (Py_ssize_t i = 0; i < count; i++)
            out[i * other_count + j] = product(ones + i * size, other, size);
    }
}

/* Needleman and Wunsch (1970); what leaving out all the places costs is taken off every cell, and added at the end. */
static float
best_path(const float *match, Py_ssize_t count, Py_ssize_t other_count, const float *ups, const float *lefts,
          float match_bias)
{
    float row[LONGEST + 1] = {0}, costs = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        float cell = 0, before = 0;
        for (Py_ssize_t j = 0; j < other_count; j++) {
            float over = row[j + 1];
            before += match[i * other_count + j] - (lefts[j] + match_bias) - ups[i];
            if (before > cell)
                cell = before;
            if (over > cell)
                cell = over;
            row[j + 1] = cell;
            before = over;
        }
    }
    for (Py_ssize_t i = 0; i < count; i++)
        costs += ups[i];
    for (Py_ssize_t j = 0; j < other_count; j++)
        costs += lefts[j];
    return row[other_count] + costs;
}

static float
worth_of(const Part *one, const Part *other, float match_bias, float mix)
{
    float match[LONGEST * LONGEST], ups[LONGEST], lefts[LONGEST], near;
    products(one->places, one->count, other->places, other->count, one->size, match);
    for (Py_ssize_t i = 0; i < one->count; i++)
        ups[i] = one->gaps[i * one->groups + other->group];
    for (Py_ssize_t j = 0; j < other->count; j++)
        lefts[j] = other->gaps[j * other->groups + one->group];
    products(one->direction, 1, other->direction, 1, one->width, &near);
    return best_path(match, one->count, other->count, ups, lefts, match_bias) + mix * near;
}

static PyObject *
worths_of_pairs(PyObject *self, PyObject *args)
{
    PyObject *ones, *others, *out;
    float match_bias, mix;
    if (!PyArg_ParseTuple(args, "O!O!ffO", &PyList_Type, &ones, &PyList_Type, &others, &match_bias, &mix, &out))
        return NULL;
    Py_ssize_t count = PyList_GET_SIZE(ones), room, one;
    float *worths = numbers_of(out, sizeof(float), PyBUF_WRITABLE, &room, &one);
    if (!worths)
        return NULL;
    if (room != count || PyList_GET_SIZE(others) != count) {
        refuse("not as many of the one as of the other");
        return NULL;
    }
    Table table;
    if (begin_table(&table, count) < 0)
        return NULL;
    for (Py_ssize_t at = 0; at < count; at++) {
        const Part *here = part_of(&table, PyList_GET_ITEM(ones, at));
        const Part *there = here ? part_of(&table, PyList_GET_ITEM(others, at)) : NULL;
        if (there && !groups_fit(here, there)) {
            refuse("two readings are of two encoders");
            there = NULL;
        }
        if (!there)
            break;
        worths[at] = worth_of(here, there, match_bias, mix);
    }
    PyMem_Free(table.parts);
    if (PyErr_Occurred())
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *
worths_beside(PyObject *self, PyObject *args)
{
    PyObject *reading, *arrays[6];
    float place_scale, gap_scale, match_bias;
    if (!PyArg_ParseTuple(args, "OOOOOOfffO", &reading, arrays, arrays + 1, arrays + 2, arrays + 3, arrays + 4,
                          &place_scale, &gap_scale, &match_bias, arrays + 5))
        return NULL;
    Part one;
    Py_ssize_t count = 0, parts = 0, rows = 0, size = 0, gap_rows = 0, groups = 0, kinds = 0, room = 0, c;
    if (read_part(reading, &one) < 0)
        return NULL;
    const int32_t *ids = numbers_of(arrays[0], sizeof(int32_t), 0, &count, &c);
    const int64_t *starts = ids ? numbers_of(arrays[1], sizeof(int64_t), 0, &parts, &c) : NULL;
    const int8_t *places = starts ? numbers_of(arrays[2], 1, 0, &rows, &size) : NULL;
    const int8_t *gaps = places ? numbers_of(arrays[3], 1, 0, &gap_rows, &groups) : NULL;
    const uint8_t *group = gaps ? numbers_of(arrays[4], 1, 0, &kinds, &c) : NULL;
    float *worths = group ? numbers_of(arrays[5], sizeof(float), PyBUF_WRITABLE, &room, &c) : NULL;
    if (!worths)
        return NULL;
    int fits = room == count && size == one.size && gap_rows == rows && one.group < groups && kinds + 1 == parts;
    float match[LONGEST * LONGEST], ups[LONGEST], lefts[LONGEST];
    for (Py_ssize_t at = 0; fits && at < count; at++) {
        int32_t id = ids[at];
        fits = id >= 0 && id < kinds && group[id] < one.groups;
        int64_t first = fits ? starts[id] : 0, length = fits ? starts[id + 1] - first : 0;
        fits = fits && first >= 0 && length >= 0 && length <= LONGEST && first + length <= rows;
        if (!fits)
            break;
        products_of_bytes(one.places, one.count, places + first * size, length, size, place_scale, match);
        for (Py_ssize_t i = 0; i < one.count; i++)
            ups[i] = one.gaps[i * one.groups + group[id]];
        for (Py_ssize_t j = 0; j < length; j++)
            lefts[j] = (float)gaps[(first + j) * groups + one.group] * gap_scale;
        worths[at] = best_path(match, one.count, length, ups, lefts, match_bias);
    }
    if (!fits) {
        refuse("the arrays of an index do not fit each other");
        return NULL;
    }
    Py_RETURN_NONE;
}

/* How near vectors are, and which are the nearest. */

static PyObject *
nearnesses(PyObject *self, PyObject *tasks)
{
    if (!PyList_Check(tasks)) {
        PyErr_SetString(PyExc_TypeError, "a list of tuples is expected");
        return NULL;
    }
    Py_ssize_t count = PyList_GET_SIZE(tasks);
    Table table;
    if (begin_table(&table, count) < 0)
        return NULL;
    PyObject *found = PyList_New(count);
    for (Py_ssize_t at = 0; found && at < count; at++) {
        PyObject *task = PyList_GET_ITEM(tasks, at), *number = NULL;
        PyObject *one = PyTuple_GetItem(task, 1), *other = one ? PyTuple_GetItem(task, 2) : NULL;
        const Part *here = other ? part_of(&table, one) : NULL, *there = here ? part_of(&table, other) : NULL;
        if (there && here->width == there->width) {
            float near;
            products(here->direction, 1, there->direction, 1, here->width, &near);
            number = PyFloat_FromDouble(near);
        } else if (there)
            refuse("two readings are of two encoders");
        if (number)
            PyList_SET_ITEM(found, at, number);
        else
            Py_CLEAR(found);
    }
    PyMem_Free(table.parts);
    return found;
}

WIDE static void
products_with_one(const int8_t *vectors, Py_ssize_t rows, Py_ssize_t size, const float *query, float *out)
{
    float vector[WIDEST];
    for (Py_ssize_t row = 0; row < rows; row++) {
        for (Py_ssize_t k = 0; k < size; k++)
            vector[k] = (float)vectors[row * size + k];
        out[row] = product(vector, query, size);
    }
}

static PyObject *
nearness_of_rows(PyObject *self, PyObject *args)
{
    PyObject *starts, *ends, *arrays[3];
    if (!PyArg_ParseTuple(args, "OO!O!OO", arrays, &PyList_Type, &starts, &PyList_Type, &ends, arrays + 1, arrays + 2))
        return NULL;
    Py_ssize_t rows = 0, size = 0, width = 0, room = 0, c, done = 0;
    const int8_t *vectors = numbers_of(arrays[0], 1, 0, &rows, &size);
    const float *query = vectors ? numbers_of(arrays[1], sizeof(float), 0, &width, &c) : NULL;
    float *out = query ? numbers_of(arrays[2], sizeof(float), PyBUF_WRITABLE, &room, &c) : NULL;
    if (!out)
        return NULL;
    int fits = width == size && size <= WIDEST && PyList_GET_SIZE(starts) == PyList_GET_SIZE(ends);
    for (Py_ssize_t at = 0; fits && at < PyList_GET_SIZE(starts); at++) {
        Py_ssize_t start = PyLong_AsSsize_t(PyList_GET_ITEM(starts, at));
        Py_ssize_t end = PyLong_AsSsize_t(PyList_GET_ITEM(ends, at));
        fits = start >= 0 && start <= end && end <= rows && end - start <= room - done;
        if (!fits)
            break;
        products_with_one(vectors + start * size, end - start, size, query, out + done);
        done += end - start;
    }
    if (!fits) {
        refuse("the cells of an index do not fit its vectors");
        return NULL;
    }
    Py_RETURN_NONE;
}

/* The least of the greatest numbers, so many: a heap of them, the least on top. */
static float
least_of(const float *values, Py_ssize_t count, Py_ssize_t most, float *heap)
{
    Py_ssize_t held = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        float value = values[i];
        Py_ssize_t at;
        if (held < most) {
            for (at = held++; at && heap[(at - 1) / 2] > value; at = (at - 1) / 2)
                heap[at] = heap[(at - 1) / 2];
            heap[at] = value;
        } else if (value > heap[0]) {
            for (at = 0;;) {
                Py_ssize_t child = 2 * at + 1;
                if (child + 1 < most && heap[child + 1] < heap[child])
                    child++;
                if (child >= most || heap[child] >= value)
                    break;
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = value;
        }
    }
    return heap[0];
}

static PyObject *
least_of_greatest(PyObject *self, PyObject *args)
{
    PyObject *array;
    Py_ssize_t most, count = 0, c;
    if (!PyArg_ParseTuple(args, "On", &array, &most))
        return NULL;
    const float *values = numbers_of(array, sizeof(float), 0, &count, &c);
    if (!values)
        return NULL;
    if (most < 1 || most > count) {
        refuse("there are not so many numbers");
        return NULL;
    }
    float *heap = PyMem_Malloc(most * sizeof(float));
    if (!heap)
        return PyErr_NoMemory();
    float least = least_of(values, count, most, heap);
    PyMem_Free(heap);
    return PyFloat_FromDouble(least);
}

WIDE static void
maxima(const float *values, Py_ssize_t stretches, Py_ssize_t each, float *out)
{
    memcpy(out, values, stretches * sizeof(float));
    for (Py_ssize_t at = 1; at < each; at++)
        for (Py_ssize_t i = 0; i < stretches; i++) {
            float value = values[at * stretches + i];
            out[i] = value > out[i] ? value : out[i];
        }
}

static PyObject *
hopeful(PyObject *self, PyObject *args)
{
    PyObject *array, *out;
    Py_ssize_t most, each, count = 0, room = 0, found = 0, c;
    if (!PyArg_ParseTuple(args, "OnnO", &array, &most, &each, &out))
        return NULL;
    const float *values = numbers_of(array, sizeof(float), 0, &count, &c);
    int64_t *places = values ? numbers_of(out, sizeof(int64_t), PyBUF_WRITABLE, &room, &c) : NULL;
    if (!places)
        return NULL;
    Py_ssize_t stretches = each > 0 ? count / each : 0;
    if (most < 1 || most > stretches || room < count) {
        refuse("there are not so many stretches");
        return NULL;
    }
    float *greatest = PyMem_Malloc((stretches + most) * sizeof(float));
    if (!greatest)
        return PyErr_NoMemory();
    maxima(values, stretches, each, greatest);
    float least = least_of(greatest, stretches, most, greatest + stretches);
    PyMem_Free(greatest);
    for (Py_ssize_t i = 0; i < count; i++)
        if (values[i] >= least)
            places[found++] = i;
    return PyLong_FromSsize_t(found);
}

/* What stands between the products of the encoder. */

static PyObject *
embed(PyObject *self, PyObject *args)
{
    PyObject *lists[4], *tables[4], *arrays[2];
    if (!PyArg_ParseTuple(args, "O!O!O!O!OOOOOO", &PyList_Type, lists, &PyList_Type, lists + 1, &PyList_Type, lists + 2,
                          &PyList_Type, lists + 3, tables, tables + 1, tables + 2, tables + 3, arrays, arrays + 1))
        return NULL;
    const float *table[4];
    Py_ssize_t lengths[4], widths[4], rows = 0, width = 0, marks = 0, c;
    for (int kind = 0; kind < 4; kind++)
        if (!(table[kind] = numbers_of(tables[kind], sizeof(float), 0, lengths + kind, widths + kind)))
            return NULL;
    float *x = numbers_of(arrays[0], sizeof(float), PyBUF_WRITABLE, &rows, &width);
    float *there = x ? numbers_of(arrays[1], sizeof(float), PyBUF_WRITABLE, &marks, &c) : NULL;
    if (!there)
        return NULL;
    int fits = marks == rows;
    for (int kind = 0; kind < 4; kind++)
        fits = fits && PyList_GET_SIZE(lists[kind]) == rows && widths[kind] == width;
    for (Py_ssize_t row = 0; fits && row < rows; row++) {
        const float *parts[4];
        Py_ssize_t letter = 0;
        for (int kind = 0; kind < 4 && fits; kind++) {
            Py_ssize_t number = PyLong_AsSsize_t(PyList_GET_ITEM(lists[kind], row));
            fits = number >= 0 && number < lengths[kind];
            parts[kind] = table[kind] + (fits ? number : 0) * width;
            letter = kind ? letter : number;
        }
        if (!fits)
            break;
        there[row] = letter != 0;
        float *out = x + row * width;
        for (Py_ssize_t k = 0; k < width; k++) {
            float sum = letter == 1 ? 0 : parts[0][k];
            sum += parts[1][k];
            sum += parts[2][k];
            sum += parts[3][k];
            out[k] = sum * there[row];
        }
    }
    if (!fits) {
        refuse("the numbers of symbols do not fit the weights");
        return NULL;
    }
    Py_RETURN_NONE;
}

WIDE static void
sum_of_three(const float *near, const float *bias, Py_ssize_t rows, Py_ssize_t width, float *out)
{
    for (Py_ssize_t row = 0; row < rows; row++, out += width) {
        const float *own = near + (3 * row + 1) * width;
        for (Py_ssize_t k = 0; k < width; k++)
            out[k] = own[k] + bias[k];
        if (row) {
            const float *before = near + 3 * (row - 1) * width;
            for (Py_ssize_t k = 0; k < width; k++)
                out[k] += before[k];
        }
        if (row + 1 < rows) {
            const float *after = near + (3 * (row + 1) + 2) * width;
            for (Py_ssize_t k = 0; k < width; k++)
                out[k] += after[k];
        }
        for (Py_ssize_t k = 0; k < width; k++)
            out[k] = out[k] > 0 ? out[k] : 0;
    }
}

static PyObject *
hidden(PyObject *self, PyObject *args)
{
    PyObject *arrays[3];
    if (!PyArg_ParseTuple(args, "OOO", arrays, arrays + 1, arrays + 2))
        return NULL;
    Py_ssize_t near_rows = 0, wide = 0, biases = 0, rows = 0, width = 0, c;
    const float *near = numbers_of(arrays[0], sizeof(float), 0, &near_rows, &wide);
    const float *bias = near ? numbers_of(arrays[1], sizeof(float), 0, &biases, &c) : NULL;
    float *out = bias ? numbers_of(arrays[2], sizeof(float), PyBUF_WRITABLE, &rows, &width) : NULL;
    if (!out)
        return NULL;
    if (near_rows != rows || wide != 3 * width || biases != width) {
        refuse("the arrays of a layer do not fit each other");
        return NULL;
    }
    sum_of_three(near, bias, rows, width, out);
    Py_RETURN_NONE;
}

static PyObject *
add_there(PyObject *self, PyObject *args)
{
    PyObject *arrays[3];
    if (!PyArg_ParseTuple(args, "OOO", arrays, arrays + 1, arrays + 2))
        return NULL;
    Py_ssize_t rows = 0, width = 0, more_rows = 0, more_width = 0, marks = 0, c;
    float *x = numbers_of(arrays[0], sizeof(float), PyBUF_WRITABLE, &rows, &width);
    const float *more = x ? numbers_of(arrays[1], sizeof(float), 0, &more_rows, &more_width) : NULL;
    const float *there = more ? numbers_of(arrays[2], sizeof(float), 0, &marks, &c) : NULL;
    if (!there)
        return NULL;
    if (more_rows != rows || more_width != width || marks != rows) {
        refuse("the arrays of a layer do not fit each other");
        return NULL;
    }
    for (Py_ssize_t row = 0; row < rows; row++)
        for (Py_ssize_t k = row * width; k < (row + 1) * width; k++)
            x[k] = (x[k] + more[k]) * there[row];
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {
    {"worths_of_pairs", worths_of_pairs, METH_VARARGS, NULL},
    {"worths_beside", worths_beside, METH_VARARGS, NULL},
    {"nearnesses", nearnesses, METH_O, NULL},
    {"nearness_of_rows", nearness_of_rows, METH_VARARGS, NULL},
    {"least_of_greatest", least_of_greatest, METH_VARARGS, NULL},
    {"hopeful", hopeful, METH_VARARGS, NULL},
    {"embed", embed, METH_VARARGS, NULL},
    {"hidden", hidden, METH_VARARGS, NULL},
    {"add_there", add_there, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_compiled", NULL, -1, functions};

PyMODINIT_FUNC
PyInit__compiled(void)
{
    name_places = PyUnicode_InternFromString("places");
    name_gaps = PyUnicode_InternFromString("gaps");
    name_direction = PyUnicode_InternFromString("direction");
    name_group = PyUnicode_InternFromString("group");
    if (!name_places || !name_gaps || !name_direction || !name_group)
        return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module && PyModule_AddIntConstant(module, "STAMP", STAMP) < 0)
        Py_CLEAR(module);
    return module;
}
