/// How far the log of a store grows while a copy looks at one moment of it: it cannot begin anew
/// before that ends.
///
/// What counts is what is written to it: its file, once long, stays so.
struct LogGrowth {
    /// The most, in bytes; a copy that is not done by then is given up, and begun again later.
    private let most: Int
    /// SQLite's own descriptor of the log's index, for as long as the store is open.
    private let index: Int32
    private let start: LogHead

    /// From now on, of a store that is open; nil when what is open is not what lies there.
    init?(of store: String, atMost most: Int) {
        let path = store + "-shm"
        let numbers = OpenDescriptors.named([path])[0]
        guard let index = numbers.first, HeldFile(path, numbers) != nil,
            let start = LogHead.settled(index: index)
        else { return nil }
        (self.most, self.index, self.start) = (most, index, start)
    }

    private var bytes: Int { LogHead.settled(index: index)?.bytes(since: start) ?? 0 }

    /// It has grown past it.
    var isOver: Bool { bytes > most }
    /// There is no time for rests any more.
    var isNear: Bool { bytes > most / 2 }
}
