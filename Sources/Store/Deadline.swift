/// How long something may take.
struct Deadline {
    private let end: Int

    /// From now on.
    init(milliseconds: Int) { end = StoreFiles.uptime + milliseconds }

    var hasPassed: Bool { StoreFiles.uptime > end }
}
