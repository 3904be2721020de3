import Foundation
import Repatriation
import Store
import Testing

@Suite struct CURPTests {
    @Test(
        arguments: [
            "SABC560626MDFLRN01", "HEGG560427MVZRRL04", "BEML920313HMCLNS09", "AAPR630321HDFLRC09",
            "PUFJ900215HOCRCN07", "CALR581203MPLMNS00", "EEMD110704MGRJSMA0", "SONA130509MVZLBNA2",
            "XAPE851130HCSNRN02", "RIXJ091030HGRXXSA3", "DEXL080109MNEMXZA8", "PXDO720822MMNRMF00",
        ])
    func holdsForEveryVector(_ text: String) { #expect(CURP(text).failures.isEmpty) }

    @Test(
        arguments: [
            ("SABC560626MDFLRN02", [CURP.Failure.checkDigit]),
            ("OEAF771012HMCRGR09", [.checkDigit]),
            ("SABC561326MDFLRN01", [.date, .checkDigit]),
            ("SABC560626MZZLRN01", [.state, .checkDigit]),
            ("SABC56062", [.structure]), ("", [.structure]),
            ("SABC560626MDFLRN0\u{1B}", [.structure]),
        ])
    func namesWhatFails(_ text: String, _ failures: [CURP.Failure]) {
        #expect(CURP(text).failures == failures)
    }

    @Test func tellsTheCenturyByTheMark() {
        #expect(CURP("EEMD110704MGRJSMA0").birthDate == CivilDate(year: 2011, month: 7, day: 4))
        #expect(CURP("SABC560626MDFLRN01").birthDate == CivilDate(year: 1956, month: 6, day: 26))
    }

    /// Any beginning of three letters or more gives the one state that begins so, and none where
    /// there are two.
    @Test func aStateIsKnownByItsBeginning() {
        #expect(
            MexicanState(beginning: "sina")?.code == "SL"
                && MexicanState(beginning: "MICHO")?.code == "MN")
        #expect(MexicanState(beginning: "chi") == nil && MexicanState(beginning: "si") == nil)
        for state in MexicanState.all {
            for count in 3...state.name.count {
                let found = MexicanState(beginning: String(state.name.prefix(count)))
                #expect(found == nil || found == state, "\(state.name.prefix(count))")
            }
        }
    }
}

@Suite struct CalendarTests {
    @Test func everyDayOfFourCenturiesRoundTrips() {
        var previous = CivilDate(daysSinceEpoch: -80_000)
        for number in -79_999...80_000 {
            let day = CivilDate(daysSinceEpoch: number)
            #expect(CivilDate(year: day.year, month: day.month, day: day.day) == day)
            let isNext = day.day == previous.day + 1 || day.day == 1
            if !isNext || CivilDate(text: day.text) != day { Issue.record("\(day.text)") }
            previous = day
        }
    }

    @Test(arguments: [
        "2023-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-11-31", "",
    ])
    func refusesDaysThatAreNot(_ text: String) { #expect(CivilDate(text: text) == nil) }

    @Test func ageCountsWholeYears() throws {
        let born = try #require(CivilDate(year: 2008, month: 2, day: 29))
        #expect(born.age(on: try #require(CivilDate(year: 2026, month: 2, day: 28))) == 17)
        #expect(born.age(on: try #require(CivilDate(year: 2026, month: 3, day: 1))) == 18)
    }

    @Test func instantsRoundTripAndTakeOffsets() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let instant = Instant(
                milliseconds: Int.random(in: -3_000_000_000_000...4_000_000_000_000, using: &random)
            )
            #expect(Instant(text: instant.text) == instant)
        }
        #expect(Instant(text: "2026-11-21T00:12:00-07:00")?.text == "2026-11-21T07:12:00.000Z")
        for bad in [
            "2026-11-21", "2026-11-21T25:00:00Z", "2026-11-21T00:00:00", "x",
            "2026-11-21T00:00:00.Z",
        ] {
            #expect(Instant(text: bad) == nil)
        }
    }
}

/// The oracle is the system's own `zdump`.
@Suite struct ZoneTests {
    @Test(
        arguments: Array(Set(NinePoints.zones)).sorted() + [
            "Europe/Madrid", "Australia/Lord_Howe", "UTC",
        ])
    func agreesWithZdump(_ name: String) throws {
        let zone = try #require(StoreFiles.zone(name))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/zdump")
        process.arguments = ["-v", "-c", "1950,2060", name]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "EEE MMM d HH:mm:ss yyyy"
        var checked = 0
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let offset = words.last.flatMap({ Int($0.dropFirst("gmtoff=".count)) }),
                words.count > 6,
                let date = formatter.date(from: words[1...5].joined(separator: " "))
            else { continue }
            let instant = Instant(milliseconds: Int(date.timeIntervalSince1970) * 1000)
            if instant.seconds < -600_000_000 { continue }
            #expect(zone.offset(at: instant) == offset, "\(line)")
            checked += 1
        }
        #expect(checked > 0 || name == "UTC")
    }

    @Test func aCivilMomentIsTheFirstThatShowsIt() throws {
        let zone = try #require(StoreFiles.zone("America/Tijuana"))
        let day = try #require(CivilDate(year: 2026, month: 11, day: 1))
        let half = try #require(TimeOfDay(text: "01:30"))
        let instant = zone.instant(of: day, at: half)
        #expect(instant.text == "2026-11-01T08:30:00.000Z")
        #expect(zone.local(instant).clock == "01:30")
    }

    @Test func refusesBytesThatAreNoZone() {
        #expect(Zone(name: "x", bytes: []) == nil)
        #expect(
            Zone(name: "x", bytes: Array("TZif2".utf8) + Array(repeating: 255, count: 60)) == nil)
    }
}

@Suite struct TextTests {
    @Test func namesAreComposedAndComparedWithoutAccents() {
        #expect(NameText.cleaned("Jose\u{301}  Nun\u{303}ez ") == "José Nuñez")
        #expect(NameText.cleaned("Nun\u{303}ez")?.unicodeScalars.count == 5)
        #expect(NameText.folded("ÁNGEL Ñandú-O'Hara") == "angel nandu o hara")
    }

    @Test(arguments: ["a\u{1B}[31m", "a\u{0}b", "a\u{202E}b", "a\u{200F}b", "\u{7F}", "a\u{85}b"])
    func controlCharactersNeverGetIn(_ text: String) { #expect(NameText.cleaned(text) == nil) }

    @Test(
        arguments: [
            ("SUAREZ DE LA GARZA", "SUAREZ", "DE LA GARZA"),
            ("DE LA ORTA DE LA ROSA", "DE LA ORTA", "DE LA ROSA"),
            ("DE LA POLANCO BADILLO", "DE LA POLANCO", "BADILLO"), ("SALDIVAR", "SALDIVAR", nil),
            ("BARRIOS DE LA FUENTE", "BARRIOS", "DE LA FUENTE"),
        ] as [(String, String, String?)])
    func surnamesKeepTheirParticles(_ text: String, _ first: String, _ second: String?) {
        let split = splitSurnames(text)
        #expect(split.first == first)
        #expect(split.second == second)
    }

    @Test func folioCatchesEveryWrongDigit() throws {
        let folio = Folio.make(
            point: .init("NOG") ?? .none, year: 2026, paper: Identifier(0x4A5F1E << 29 | 4512))
        #expect(Folio.isValid(folio))
        let digits = Array("0123456789")
        let origin = 7...9
        for (index, character) in folio.enumerated()
        where character.isNumber && !origin.contains(index) {
            for digit in digits where digit != character {
                var wrong = Array(folio)
                wrong[index] = digit
                #expect(!Folio.isValid(String(wrong)))
            }
        }
    }

    @Test func everyRefusalSpeaksBothLanguagesAndLeavesNoGap() {
        for code in Refusal.Code.allCases {
            #expect(code.sentence(.es) != "No se puede.", "\(code)")
            #expect(code.sentence(.en) != "That cannot be done.", "\(code)")
        }
    }

    /// A state typed by its name, in either language, is never taken for another after two letters.
    @Test(arguments: USState.codes)
    func aNameIsNotCutShortByAnothersCode(_ code: String) throws {
        let name = NameText.folded(try #require(USState.name(code)))
        #expect(USState.code(typed: name) == code)
        for length in 1...name.count where USState.isWhole(String(name.prefix(length))) {
            #expect(
                USState.code(typed: String(name.prefix(length))) == code, "\(name.prefix(length))")
        }
    }
}
