/// A time zone as a value, made from the bytes of a TZif file (RFC 8536), its footer rule included.
package struct Zone: Sendable, Equatable {
    /// The zone's IANA name, as the catalogue has it.
    package let name: String
    private let transitions: [Int]
    private let offsets: [Int]
    private let firstOffset: Int
    private let rule: ZoneRule?

    /// Reads a TZif file of version 2 or later; nil when the bytes are not one.
    package init?(name: String, bytes: [UInt8]) {
        var reader = TZifReader(bytes: bytes)
        guard let first = reader.header(), reader.skip(first.length(timeSize: 4)),
            let header = reader.header()
        else {
            return nil
        }
        let times = (0..<header.times).compactMap { _ in reader.integer(8) }
        let kinds = (0..<header.times).compactMap { _ in reader.integer(1) }
        var types: [Int] = []
        for _ in 0..<header.types {
            guard let offset = reader.integer(4), reader.skip(2), abs(offset) < 93_600 else {
                return nil
            }
            types.append(offset)
        }
        guard times.count == header.times, kinds.count == header.times, let standard = types.first,
            kinds.allSatisfy({ types.indices.contains($0 & 0xFF) }),
            reader.skip(
                header.characters + header.leaps * 12 + header.standards + header.universals),
            let footer = reader.footer()
        else { return nil }
        self.name = name
        transitions = times
        offsets = kinds.map { types[$0 & 0xFF] }
        firstOffset = standard
        rule = footer.isEmpty ? nil : ZoneRule(text: footer)
        if !footer.isEmpty && rule == nil { return nil }
    }

    /// Seconds to add to UTC at this moment. O(log n) in the file's transitions.
    package func offset(at instant: Instant) -> Int {
        let seconds = instant.seconds
        guard let first = transitions.first, seconds >= first else {
            return transitions.isEmpty ? rule?.offset(at: seconds) ?? firstOffset : firstOffset
        }
        if let last = transitions.last, seconds >= last, let rule {
            return rule.offset(at: seconds)
        }
        var low = 0
        var high = transitions.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds { low = middle } else { high = middle }
        }
        return offsets[low]
    }

    /// What the wall clock of this zone shows.
    package func local(_ instant: Instant) -> LocalTime {
        LocalTime(secondsSinceEpoch: instant.seconds + offset(at: instant))
    }

    /// The first moment at which the zone's clock shows this day and minute; a minute that is
    /// skipped in spring becomes the minute after the gap.
    package func instant(of day: CivilDate, at time: TimeOfDay) -> Instant {
        let wall = day.daysSinceEpoch * 86_400 + time.minutes * 60
        let candidates = [-86_400, 86_400].map {
            offset(at: Instant(milliseconds: (wall + $0) * 1000))
        }
        let exact = candidates.map { wall - $0 }.filter {
            local(Instant(milliseconds: $0 * 1000)).isAt(day, time)
        }
        let seconds = exact.min() ?? wall - (candidates.min() ?? 0)
        return Instant(milliseconds: seconds * 1000)
    }
}

extension LocalTime {
    fileprivate func isAt(_ day: CivilDate, _ time: TimeOfDay) -> Bool {
        self.day == day && secondOfDay == time.minutes * 60
    }
}

private struct TZifReader {
    let bytes: [UInt8]
    var index = 0

    struct Header {
        let universals, standards, leaps, times, types, characters: Int
        func length(timeSize: Int) -> Int {
            times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standards
                + universals
        }
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func header() -> Header? {
        guard index + 44 <= bytes.count, Array(bytes[index..<index + 4]) == Array("TZif".utf8),
            bytes[index + 4] >= 50
        else { return nil }
        index += 20
        let counts = (0..<6).compactMap { _ in integer(4) }
        guard counts.count == 6, counts.allSatisfy({ (0...100_000).contains($0) }) else {
            return nil
        }
        return Header(
            universals: counts[0], standards: counts[1], leaps: counts[2], times: counts[3],
            types: counts[4],
            characters: counts[5])
    }

    mutating func skip(_ count: Int) -> Bool {
        guard index + count <= bytes.count else { return false }
        index += count
        return true
    }

    mutating func integer(_ size: Int) -> Int? {
        guard index + size <= bytes.count else { return nil }
        var value = bytes[index] >= 0x80 ? -1 : 0
        for byte in bytes[index..<index + size] { value = value << 8 | Int(byte) }
        index += size
        return value
    }

    mutating func footer() -> String? {
        guard index < bytes.count, bytes[index] == 10,
            let end = bytes[(index + 1)...].firstIndex(of: 10)
        else {
            return nil
        }
        return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    }
}
