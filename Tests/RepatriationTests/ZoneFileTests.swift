import Foundation
import Repatriation
import Testing

/// Files of zones that are cut, or that say what no zone has.
@Suite struct ZoneFileTests {
    static let moments = [
        Int.min, -2_208_988_800_000, 0, 1_795_194_000_000, 7_258_118_399_999, Int.max,
    ]

    private func file() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/America/Tijuana")))
    }

    private func use(_ bytes: [UInt8]) {
        guard let zone = Zone(name: "x", bytes: bytes) else { return }
        for moment in ZoneFileTests.moments {
            let local = zone.local(Instant(milliseconds: moment))
            #expect((0..<86_400).contains(local.secondOfDay))
            _ = zone.instant(of: CivilDate(daysSinceEpoch: 20_000), at: .usualCut)
        }
    }

    @Test func aCutFileIsNoZone() throws {
        let whole = try file()
        #expect(Zone(name: "x", bytes: whole) != nil)
        for length in 0..<whole.count {
            #expect(Zone(name: "x", bytes: Array(whole[..<length])) == nil)
        }
    }

    @Test func anyByteMayBeAnother() throws {
        let whole = try file()
        for place in whole.indices {
            for byte: UInt8 in [0, 0x7F, 0x80, 0xFF, 0x39] {
                var bytes = whole
                bytes[place] = byte
                use(bytes)
            }
        }
    }

    @Test(arguments: [
        "PST9999999999999999999", "PST8PDT,M3.2.0/9999999999999999,M11.1.0",
        "PST8PDT,M99.2.0,M11.1.0",
        "PST8PDT,M3.99999999999999999999.0,M11.1.0", "PST8PDT", "PST8PDT,M3.2.0", "", "<", "<+",
        "A8", "PST168",
        "PST8:60", "PST8PDT,M3.2.0,M11.1.0,", "PST8PDT,J60,J300", "PST\u{0}8",
    ])
    func anAbsurdFooterIsNoTrap(_ footer: String) throws {
        let whole = try file()
        let start = try #require(whole.dropLast().lastIndex(of: 10))
        use(Array(whole[...start]) + Array(footer.utf8) + [10])
    }
}
