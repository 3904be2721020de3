/// What a point sets of the alarms' thresholds.
package struct Thresholds: Sendable {
    private let own: [AlertKind: Int]

    /// The point's own values; the usual ones stand for the others, and for what is not allowed.
    package init(_ own: [AlertKind: Int] = [:]) { self.own = own }

    /// The same, as a point keeps them.
    package init(_ own: [OwnThreshold]) {
        self.init(Dictionary(own.map { ($0.kind, $0.value) }, uniquingKeysWith: { $1 }))
    }

    /// The threshold of a row; 0 where it has none.
    package subscript(_ alarm: Alarm) -> Int {
        guard let threshold = alarm.threshold else { return 0 }
        guard let set = own[alarm.kind], threshold.allowed.contains(set) else {
            return threshold.usual
        }
        return set
    }
}

/// One threshold of a point's own: `notBalanced 60`.
package struct OwnThreshold: ListItem {
    /// Of which alarm.
    package let kind: AlertKind
    /// In its unit.
    package let value: Int

    package var item: String { "\(kind.rawValue) \(value)" }

    package init?(item: String) {
        let words = item.trimmed.split(separator: " ").map(String.init)
        guard words.count == 2, let kind = AlertKind(rawValue: words[0]), let value = Int(words[1])
        else { return nil }
        (self.kind, self.value) = (kind, value)
    }
}

extension ReceivingPoint {
    /// What the point sets of the alarms' thresholds. Nil when the text is not thresholds.
    package var thresholds: Thresholds? {
        [OwnThreshold](stored: .text(alarmThresholds)).map(Thresholds.init)
    }
}
