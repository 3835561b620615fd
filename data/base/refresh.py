"""Turns the raw material that `refresh` has fetched into the layers of the base map.

usage: refresh.py WORK_DIR BASE_DIR

Coordinates are WGS 84, rounded to 4 decimals (about 10 m); lines are simplified to what their sources are worth
(tolerances in degrees below, 0.001 is about 100 m).
"""

import json
import os
import sys

import numpy as np
from osgeo import gdal, ogr, osr
from shapely import wkb
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.ops import linemerge, unary_union

gdal.UseExceptions()
WINDOW = box(38, 36, 57, 46.5)
COAST_TOLERANCE = 0.0012
FINE_COAST = box(49.2, 39.9, 50.9, 40.75)  # Apsheron and Baku bay are kept as they are
RIVER_TOLERANCE = 0.0025

# Courses that tell which river a line of WDBII is (own work, for naming only).
COURSES = {
    "kura": (1, "Kura", "Kür", "Кура", [(43.1, 41.2), (43.35, 41.6), (44.1, 42.0), (44.8, 41.7), (45.3, 41.25), (46.3, 40.92), (47.15, 40.6), (47.75, 40.1), (48.5, 40.02), (48.95, 39.8), (49.0, 39.45), (49.35, 39.35)]),
    "araz": (1, "Araxes", "Araz", "Аракс", [(41.5, 39.75), (43.7, 40.1), (44.8, 39.75), (45.45, 38.95), (46.5, 38.88), (47.4, 39.45), (48.0, 39.75), (48.5, 40.02)]),
    "terek": (1, "Terek", "Terek", "Терек", [(44.65, 42.7), (44.6, 43.1), (44.1, 43.5), (44.5, 43.7), (45.5, 43.55), (46.2, 43.4), (46.5, 43.65), (47.0, 43.8), (47.45, 43.6)]),
    "volga": (1, "Volga", "Volqa", "Волга", [(46.8, 46.8), (47.7, 46.2)]),
    "rioni": (2, "Rioni", "Rioni", "Риони", [(43.3, 42.6), (42.7, 42.25), (41.7, 42.15)]),
    "kuma": (3, "Kuma", "Kuma", "Кума", [(43.6, 44.4), (44.8, 44.85), (46.5, 44.85)]),
    "kuban": (2, "Kuban", "Kuban", "Кубань", [(42.0, 44.1), (41.5, 44.9), (40.0, 45.2), (38.5, 45.1)]),
    "sefid_rud": (2, "Sefid Rud", "Səfidrud", "Сефидруд", [(49.4, 36.8), (49.95, 37.4)]),
}

# Lakes that did not exist in 1920: reservoirs, with a point in each.
LATER_LAKES = [(46.75, 40.9), (46.17, 40.95), (45.3, 39.13), (46.97, 42.97), (39, 38.75), (38.4, 37.4), (38.5, 38.3), (39.3, 45.0),
               (41, 46.4), (42.7, 46.3), (44.05, 41.6), (42.7, 36.75), (43.9, 44.3), (49.63, 40.53)]
LAKE_NAMES = [(45.3, 40.4, "Lake Sevan (Gokcha)", "Göyçə gölü", "озеро Севан (Гокча)"), (43.0, 38.6, "Lake Van", "Van gölü", "озеро Ван"),
              (45.5, 37.6, "Lake Urmia", "Urmiya gölü", "озеро Урмия")]


def features(layer):
    for feature in layer:
        yield wkb.loads(bytes(feature.GetGeometryRef().ExportToWkb()))


def polygons(geometry):
    parts = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    return [q for part in parts for q in (polygons(part) if hasattr(part, "geoms") else [part]) if q.geom_type == "Polygon" and not q.is_empty]


def lines(geometry):
    parts = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    return [q for q in parts if q.geom_type == "LineString" and len(q.coords) > 1]


def gmt_lines(path):
    """The segments of a GMT text file, joined where their ends meet."""
    segments, current = [], None
    for row in open(path):
        if row.startswith(">"):
            current = []
            segments.append(current)
        elif row[0] not in "#\n":
            x, y = row.split()[:2]
            current.append((round(float(x), 6), round(float(y), 6)))
    segments = [LineString(s) for s in segments if len(s) > 1]
    return lines(linemerge(segments)) if segments else []


def rounded(value):
    return [rounded(v) for v in value] if isinstance(value, (list, tuple)) and not isinstance(value[0], float) else [round(v, 4) for v in value]


def write(path, name, entries):
    """Entries (properties, geometry) as GeoJSON, a feature a line, by way of a temporary file."""
    with open(path + ".tmp", "w", encoding="utf-8") as out:
        out.write('{"type":"FeatureCollection","name":"%s","features":[\n' % name)
        rows = []
        for properties, geometry in entries:
            drawn = mapping(geometry)
            rows.append(json.dumps({"type": "Feature", "properties": properties,
                                    "geometry": {"type": drawn["type"], "coordinates": rounded(drawn["coordinates"])}},
                                   ensure_ascii=False, separators=(",", ":")))
        out.write(",\n".join(rows) + "\n]}\n")
    os.replace(path + ".tmp", path)
    print(f"{name}: {len(rows)} features, {os.path.getsize(path)} bytes")


def authored(base, layer):
    data = json.load(open(os.path.join(base, "authored.geojson"), encoding="utf-8"))
    return [(dict(f["properties"]), shape(f["geometry"])) for f in data["features"] if f["properties"]["layer"] == layer]


def make_sea(work, base):
    """Sea areas and the shore without the edges of the window."""
    dataset = ogr.Open(os.path.join(work, "sea.gpkg"))
    sea = unary_union([g.buffer(0) for g in features(dataset.GetLayer(0))])
    for _, area in authored(base, "sea"):  # the causeway to Pirallahi is cut
        sea = sea.union(area)
    # Kara-Bogaz-Gol is missing from the sea of OpenStreetMap; GSHHG has it as part of the Caspian.
    rings = [Polygon(ring.coords) for ring in gmt_lines(os.path.join(work, "lakes.txt")) if ring.is_ring]
    caspian = max(rings, key=lambda ring: ring.area).buffer(0)
    bay = max(polygons(caspian.intersection(box(52.55, 40.55, 55, 42.2)).difference(sea)), key=lambda area: area.area)
    sea = sea.union(bay.buffer(0.001))
    for _, area in authored(base, "land"):
        sea = sea.difference(area)
    # Simplified outside the Apsheron only; the parts overlap by nothing and are joined again.
    coarse = sea.difference(FINE_COAST).simplify(COAST_TOLERANCE, preserve_topology=True).buffer(0)
    sea = unary_union([coarse, sea.intersection(FINE_COAST)]).buffer(0)
    areas = [p for p in polygons(sea.intersection(WINDOW)) if p.area > 1e-4]
    write(os.path.join(base, "sea.geojson"), "sea", [({"kind": "sea"}, p) for p in areas])
    shore = []
    frame = WINDOW.boundary.buffer(1e-6)
    for area in areas:
        for i, ring in enumerate([area.exterior, *area.interiors]):
            for part in lines(linemerge_safe(LineString(ring.coords).difference(frame))):
                shore.append(({"kind": "coast" if i == 0 else "island"}, part))
    write(os.path.join(base, "coastline.geojson"), "coastline", shore)
    return unary_union(areas)


def linemerge_safe(geometry):
    return linemerge(geometry) if hasattr(geometry, "geoms") else geometry


def make_lakes(work, base, sea):
    entries = []
    for ring in gmt_lines(os.path.join(work, "lakes.txt")):
        if not ring.is_ring:
            continue
        lake = Polygon(ring.coords).buffer(0)
        if lake.area > 5 or not lake.intersects(WINDOW) or lake.intersects(sea) and lake.intersection(sea).area > lake.area / 2:
            continue
        if lake.area < 0.0004 or any(lake.buffer(0.08).contains(Point(p)) for p in LATER_LAKES):
            continue
        properties = {"kind": "lake", "rank": 5}
        for x, y, en, az, ru in LAKE_NAMES:
            if lake.buffer(0.05).contains(Point(x, y)):
                properties = {"name_en": en, "name_az": az, "name_ru": ru, "kind": "lake", "rank": 2}
        for part in polygons(lake.simplify(0.001).intersection(WINDOW)):
            entries.append((properties, part))
    write(os.path.join(base, "lakes.geojson"), "lakes", entries)


def course_of(line):
    """The named river whose course runs along most of the line, or None."""
    points = [line.interpolate(t, normalized=True) for t in (0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)]
    best = None
    for key, course in COURSES.items():
        middle = sorted(LineString(course[4]).distance(p) for p in points)[len(points) // 2]
        if middle < 0.12 and (best is None or middle < best[0]):
            best = (middle, key)
    return best[1] if best else None


def make_rivers(work, base, sea):
    entries = []
    own = authored(base, "rivers")
    covered = unary_union([g.buffer(0.03) for _, g in own])
    reservoirs = unary_union([Point(p).buffer(0.01) for p in LATER_LAKES])
    for level in range(6):
        for line in gmt_lines(os.path.join(work, f"rivers{level}.txt")):
            for part in lines(line.intersection(WINDOW)):
                for piece in lines(part.difference(sea)):
                    if piece.length < 0.05 or piece.intersection(covered).length > piece.length / 2:
                        continue
                    key = course_of(piece)
                    if key is None and level >= 4 and piece.length < 0.25:
                        continue
                    properties = {"rank": min(5, 2 + level), "source": "WDBII"}
                    if key is not None:
                        rank, en, az, ru, _ = COURSES[key]
                        properties = {"name_en": en, "name_az": az, "name_ru": ru, "rank": rank, "source": "WDBII"}
                    entries.append((properties, piece.simplify(RIVER_TOLERANCE)))
    entries += [({k: v for k, v in p.items() if k != "layer"}, g) for p, g in own]
    write(os.path.join(base, "rivers.geojson"), "rivers", entries)


def make_relief(work, base):
    """Heights from the shaded tiles of Marble (level 3: 16 by 8 tiles of 675 pixels, 2 arc minutes)."""
    tiles = os.path.join(work, "marble/usr/share/marble/data/maps/earth/srtm/3")
    world = np.zeros((5400, 10800), np.uint8)
    for row in range(8):
        for column in range(8, 16):
            tile = gdal.Open(f"{tiles}/{row:06d}/{row:06d}_{column:06d}.jpg")
            world[row * 675:(row + 1) * 675, column * 675:(column + 1) * 675] = tile.GetRasterBand(1).ReadAsArray()
    # Grey to metres: fitted to flat cells of ETOPO5 and to known summits; not for printing spot heights.
    grey = [0, 52, 60, 72, 84, 92, 100, 112, 120, 128, 136, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216, 226, 255]
    metres = [-6000, -2132, -1210, -207, -30, 0, 30, 76, 107, 163, 251, 393, 535, 706, 850, 1024, 1393, 1872, 2332, 2800, 3700, 4900, 7500]
    heights = np.interp(np.arange(256), grey, metres)
    top, bottom, left, right = int((90 - 47) * 30), int((90 - 35.5) * 30), int((180 + 37) * 30), int((180 + 58) * 30)
    data = np.round(heights[world[top:bottom, left:right]]).astype(np.int16)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    path = os.path.join(base, "relief.tif")
    out = gdal.GetDriverByName("GTiff").Create(path + ".tmp", data.shape[1], data.shape[0], 1, gdal.GDT_Int16,
                                               ["COMPRESS=DEFLATE", "PREDICTOR=2"])
    out.SetGeoTransform((37, 1 / 30, 0, 47, 0, -1 / 30))
    out.SetProjection(reference.ExportToWkt())
    out.GetRasterBand(1).WriteArray(data)
    out = None
    os.replace(path + ".tmp", path)


def main():
    work, base = sys.argv[1:3]
    sea = make_sea(work, base)
    make_lakes(work, base, sea)
    make_rivers(work, base, sea)
    make_relief(work, base)


main()
