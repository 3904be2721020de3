import Glibc
import Repatriation
import Store

/// A store of more people than a list brings in: two lived months, so many times, and the list of
/// today.
struct LongStore {
    /// At least so many people.
    let rows: Int
    /// Official tables count its people.
    var isAccredited = false
    /// More than these are copies.
    static let unit = 100_000
    /// What a reception takes of the disk while the store is made, sorting included.
    private static let bytesEach = 4000

    /// Makes it at a path where nothing is yet: what a list brings in, or copies of lived months.
    func make(at path: String, in folder: BenchFolder) -> BenchProgram.Step {
        guard rows > LongStore.unit else { return ImportBench(path: path, rows: rows).run }
        return { figures in
            let list = "\(folder.path)/list.db"
            try ImportBench(path: list, rows: LongStore.unit).run(&figures)
            LongStore.remove(list)
            try makeCopies("\(folder.path)/months.db", at: path, &figures)
        }
    }

    private func makeCopies(_ months: String, at path: String, _ figures: inout [Figure]) throws {
        let times = (rows + LongStore.unit - 1) / LongStore.unit
        var (lived, copied) = (Samples(), Samples())
        try lived.measure {
            try LivedMonths(people: rows / times, isAccredited: isAccredited)
                .live(in: months, until: now())
        }
        try copied.measure { try ManyYears.make(of: months, times: times, at: path) }
        LongStore.remove(months)
        figures += [
            Figure(
                name: "\(rows / times) people listed, received and gone", value: lived.median / 1e6,
                unit: "s"),
            Figure(name: "\(times) times as many", value: copied.median / 1e6, unit: "s"),
            LongStore.bytes(of: path, rows / times * times, "who came and left"),
        ]
        let today = Array(ImportBench.list(2000, seed: 13).utf8)
        try ImportBench.bring(today, at: PointCode("NOG"), to: path)
    }

    private static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }

    /// What a reception takes of the file.
    static func bytes(of path: String, _ rows: Int, _ who: String) -> Figure {
        var info = stat()
        let size = stat(path, &info) == 0 ? Int(info.st_size) : 0
        return Figure(
            name: "bytes a reception, of those \(who)", value: Double(size) / Double(rows),
            bar: 1600, unit: "B")
    }

    /// Throws `UsageError` where the disk has no room for it.
    func checkRoom(for path: String) throws {
        let folder = StoreFiles.folder(of: path)
        let needed = rows * LongStore.bytesEach
        let free = StoreFiles.room(in: folder)
        guard free < needed else { return }
        throw UsageError(
            """
            \(rows) recepciones necesitan \(needed >> 20) MB libres en \(folder); hay \
            \(free >> 20). Pida menos con --rows, o use otro disco con TMPDIR o --keep.
            """,
            """
            \(rows) receptions need \(needed >> 20) MB free in \(folder); there are \
            \(free >> 20). Ask for fewer with --rows, or use another disk with TMPDIR or --keep.
            """)
    }
}
