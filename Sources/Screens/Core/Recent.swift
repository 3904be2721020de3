import Repatriation

/// What changed in the last two seconds, by key: it is drawn bold. The first answer marks nothing.
struct Recent<Key: Hashable & Sendable, Shown: Equatable & Sendable>: Sendable {
    private var known: [Key: Shown]?
    private var changes: [Key: Instant] = [:]

    /// Takes what is shown now; `now` marks what differs from before.
    mutating func update(_ shown: [Key: Shown], at now: Instant) {
        if let known {
            for (key, value) in shown where known[key] != value { changes[key] = now }
        }
        known = shown
    }

    /// Forgets the marks that have stood for two seconds of the officer's own clock.
    mutating func settle(_ context: Workplace) {
        changes = changes.filter {
            context.now.milliseconds - $0.value.milliseconds < 2000 * context.speed
        }
    }

    /// Marks stand that time will take away.
    var isSettling: Bool { !changes.isEmpty }

    func contains(_ key: Key) -> Bool { changes[key] != nil }
}
