import Drill
import Repatriation
import Testing

/// The rows of INM's desk system: its columns, its words, and what it never says.
@Suite struct SIOMRTests {
    private static let day = CivilDate(daysSinceEpoch: 20_777)

    @Test func theColumnsAreThoseOfTheOfficialBase() {
        let names = """
            DEL IER PUNT_REP FEC_REP CLASIF_REP SEXO EDA EN_NAC MUN_NAC NIV_ESC ACOM_REP PERM_EU \
            EDO_DET AUT_DEP EN_DES MUN_DES CAN_AL CAN_COM CAN_DIF CAN_HOS CAN_STRA CAN_SEGPOP \
            CAN_OFAM AGUA_AL DESC_BUS APO_AUX APO_LLAM APO_MAT APO_TRAS APO_VES APO_ACT_NAC \
            APO_TRASF APO_CURP APO_ASF APO_AME APO_REC_PERT APO_AT_MEDICA
            """
        let columns = SIOMRColumn.allCases
        #expect(columns.map(\.rawValue).joined(separator: " ") == names)
        #expect(SIOMRColumn.services == Array(columns[16...]))
        #expect(SIOMRRow(.none, Self.day).cells.count == 37)
        #expect(columns.allSatisfy { !$0.filled.es.isEmpty && !$0.filled.en.isEmpty })
        #expect(columns.flatMap(\.referrals).allSatisfy { !$0.isProtected })
    }

    /// Every answer that the form offers has a word of the system; those without one are known.
    @Test func theFormOffersWhatTheSystemAsks() {
        func wordless(_ field: ProfileField, _ word: (SIOMRRow) -> String?) -> Set<String> {
            let codes = FormLists.shipped.options(field.question).map(\.code)
            return Set(codes.filter { code in word(Self.row(field, code)) == nil })
        }
        let open: Set = ["unknown", "declined"]
        #expect(wordless(.stay) { $0.stay?.rawValue } == open.union(["never"]))
        #expect(wordless(.schooling) { $0.schooling?.rawValue } == open.union(["unspecified"]))
        #expect(
            wordless(.detainedBy) { $0.authority?.rawValue }
                == open.union(["notApplicable", "other"]))
        let stays = FormLists.shipped.options(ProfileField.stay.question).map {
            Self.row(.stay, $0.code).stay
        }
        #expect(Set(stays.compactMap(\.self)) == Set(SIOMRStay.allCases))
        let schooling = FormLists.shipped.options(ProfileField.schooling.question).map {
            Self.row(.schooling, $0.code).schooling
        }
        #expect(Set(schooling.compactMap(\.self)) == Set(SIOMRSchooling.allCases))
    }

    private static func row(_ field: ProfileField, _ code: String) -> SIOMRRow {
        var person = Reception(id: Identifier(1))
        (person.receivedDate, person.receivedDay) = (day, day)
        person.birthDate = CivilDate(year: 1950, month: 1, day: 2)
        person.setAnswer(field, code)
        person.counted = statistics(of: person, in: nil, earlier: nil)
        return SIOMRRow(person, SIOMRServices(), names) ?? SIOMRRow(.none, day)
    }

    fileprivate static let names = SIOMRNames(
        points: [], municipalities: ["20067": "Oaxaca de Juárez"])

    /// What an earlier form offered is taken, kept and told, and not offered any more.
    @Test(arguments: [
        (ProfileField.stay, "months1to11"), (.stay, "over20years"), (.schooling, "degree"),
    ])
    func whatAnEarlierFormOfferedStaysAnAnswer(_ field: ProfileField, _ code: String) {
        let lists = FormLists.shipped
        #expect(!lists.options(field.question).contains { $0.code == code })
        #expect(!lists.codes(field.question).contains(code))
        #expect(lists.options(field.question, keeping: code).contains { $0.code == code })
        #expect(lists.code(code, field.question) == code)
        #expect(lists.words(code, field.question).es != code)
        var retired = CatalogueEntry(id: Identifier(1))
        retired.catalogue = field.question.kind.list?.name ?? ""
        (retired.code, retired.isRetired) = (code, true)
        #expect(lists.adding([retired]).code(code, field.question) == nil)
        // Two bands or more of the system may be meant: neither is guessed.
        if field == .stay { #expect(Self.row(field, code).stay == nil) }
    }

    /// What the sheet knows of a stay is what the interview holds against an age.
    @Test func aStayTellsTheSameAgeEverywhere() {
        for code in FormLists.shipped.options(ProfileField.stay.question).map(\.code) {
            guard let stay = Self.row(.stay, code).stay else { continue }
            #expect(stay.leastAge == AnswerAges.stay[code] ?? 0)
        }
        for days in [-719_162, -1, 0, 20_777, 2_932_896] {
            let day = CivilDate(daysSinceEpoch: days)
            #expect(CivilDate(text: day.text) == day)
        }
    }

    @Test func noTwoAnswersOfAListAreChosenByOneLetter() {
        for list in InterviewForm.lists.values {
            #expect(Set(list.options.map(\.letter)).count == list.options.count, "\(list.name)")
        }
    }

    /// What the form of then did not offer is not «no».
    @Test func whatWasNotOfferedIsNotNo() {
        var person = Reception(id: Identifier(1))
        (person.receivedDate, person.receivedDay) = (Self.day, Self.day)
        func cells(_ version: Int?) -> [SIOMRGiven?] {
            person.formVersion = version
            let row = SIOMRRow(person, SIOMRServices(), Self.names)
            return [SIOMRColumn.call, .busDiscount, .diningHall].map { row?[$0] }
        }
        #expect(cells(nil) == [.no, .notAsked, .notAsked])
        #expect(cells(2) == [.no, .notAsked, .notAsked])
        #expect(cells(3) == [.no, .no, .no])
        person.formVersion = 2
        var given = SIOMRServices()
        given.give("busDiscount")
        #expect(SIOMRRow(person, given, Self.names)?[.busDiscount] == .yes)
    }
}

/// A hundred thousand of each.
@Suite struct SIOMRCrowdTests {
    /// Rows become text and rows again, whatever stands in a cell.
    @Test func rowsComeBackFromTextAsTheyWere() throws {
        var random = SeededGenerator(seed: 5)
        let rows = (0..<100_000).map { _ in DrawnRow.row(&random) }
        let text = CSVText.of(rows.lazy.map(\.cells))
        let records = DrawnRow.records(text)
        #expect(records.count == rows.count)
        var wrong = 0
        for (row, cells) in zip(rows, records)
        where SIOMRRow(cells: cells.map(CSVText.plain)) != row { wrong += 1 }
        #expect(wrong == 0)
        // Nothing in it is a formula to a spreadsheet.
        let formulas = records.joined().count { "=+-@\t\r".contains($0.first ?? "a") && $0 != "-5" }
        #expect(formulas == 0)
    }

    /// Whoever the form accepts contradicts nothing; and of whom it refuses nothing stands either.
    @Test func nothingThatTheFormAcceptsContradictsItself() throws {
        var random = SeededGenerator(seed: 6)
        var (accepted, refused) = (0, [ProfileField: Int]())
        var wrong: [SIOMRContradiction: Int] = [:]
        var company: [String: Int] = [:]
        while accepted < 100_000 {
            let person = DrawnPerson.draw(&random)
            let beyond = person.answersBeyondAge(on: DrawnPerson.day)
            for field in beyond { refused[field, default: 0] += 1 }
            if beyond.isEmpty { accepted += 1 }
            let row = try #require(SIOMRRow(person, SIOMRServices(), SIOMRTests.names))
            for contradiction in row.contradictions { wrong[contradiction, default: 0] += 1 }
            company[row.company?.rawValue ?? "", default: 0] += 1
        }
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(refused[.stay, default: 0] > 1000 && refused[.schooling, default: 0] > 1000)
        #expect(company.count == SIOMRCompany.allCases.count + 1, "\(company)")
    }

    /// Each of the five is seen where it is.
    @Test func everyContradictionIsSeen() {
        var row = SIOMRRow(.none, DrawnPerson.day)
        (row.company, row.age, row[.childProtection]) = (.childAlone, 12, .no)
        #expect(row.contradictions == [.childAloneWithoutDIF])
        row[.childProtection] = .yes
        row.schooling = .bachelor
        #expect(row.contradictions == [.degreeOfChild])
        (row.schooling, row.stay) = (.primary, .years21to40)
        #expect(row.contradictions == [.stayBeyondAge])
        (row.stay, row.company) = (.years6to10, .adultAlone)
        #expect(row.contradictions == [.childAsAdult])
        (row.age, row.company) = (18, .childWithFamily)
        #expect(row.contradictions == [.adultAsChild])
    }
}

/// Receptions drawn at random: ages known and rough, marks, doubts, and any answers.
enum DrawnPerson {
    static let day = CivilDate(daysSinceEpoch: 20_777)
    private static let precisions = Birth.Precision.allCases.map(\.rawValue)
    private static let codes: [(ProfileField, [String])] = [
        ProfileField.stay, .schooling, .detainedBy, .travelsWith, .travelCondition,
    ].map { ($0, ($0.question.kind.list?.options ?? []).map(\.code)) }

    static func draw(_ random: inout SeededGenerator) -> Reception {
        var person = Reception(id: Identifier(1))
        (person.receivedDate, person.receivedDay, person.formVersion) = (day, day, 3)
        let age = Int.random(in: 0...36_000, using: &random)
        person.birthDate = CivilDate(daysSinceEpoch: day.daysSinceEpoch - age)
        if random.happens(300) {
            person.setAnswer(.birthPrecision, precisions.randomElement(using: &random))
        }
        if random.happens(40) {
            (person.birthDate, person.seemsAdult) = (nil, random.happens(500))
        }
        if random.happens(60) { person.flags = [.unaccompaniedChild] }
        if random.happens(30) { person.ageDoubtAt = Instant(milliseconds: 1) }
        if random.happens(10) { person.suggested = [.unaccompaniedChild] }
        if random.happens(20) { person.family = Identifier(2) }
        if random.happens(50) { person.exit = .dif }
        for (field, codes) in codes {
            if random.happens(950) { person.setAnswer(field, codes.randomElement(using: &random)) }
        }
        person.counted = statistics(of: person, in: nil, earlier: nil)
        return person
    }
}

/// Rows drawn at random, with the worst of texts where texts stand.
private enum DrawnRow {
    private static let places = [
        "Oaxaca de Juárez", "=cmd|' /C calc'!A0", "+1", "-5", "'=x", "'", "''", "-x", "@a", "\t=",
        "\r=", "a,b", "dijo «\"no\"»", "\"", "\"\u{301}", "\"\"", "dos\r\nrenglones", "\n", " ",
        "'\u{301}=", "ñ\u{303}", "🙂", "sin determinar", "20067", "a\u{0}b",
    ]

    private static let states = MexicanState.all.map(\.name)
    private static let inUS = USState.codes.compactMap(USState.name)
    private static let ages = Array(0...120)
    private static let given = SIOMRGiven.allCases

    static func row(_ random: inout SeededGenerator) -> SIOMRRow {
        var row = SIOMRRow(
            PointCode("NOG") ?? .none,
            CivilDate(daysSinceEpoch: Int.random(in: 0...30_000, using: &random)))
        func any<Word>(_ all: [Word], _ random: inout SeededGenerator) -> Word? {
            random.happens(100) ? nil : all.randomElement(using: &random)
        }
        row.state = any(states, &random)
        row.pointName = any(places, &random)
        row.repeats = any(SIOMRRepeats.allCases, &random)
        row.sex = any(SIOMRSex.allCases, &random)
        row.age = any(ages, &random)
        row.birthState = any(states, &random)
        row.birthMunicipality = any(places, &random)
        row.schooling = any(SIOMRSchooling.allCases, &random)
        row.company = any(SIOMRCompany.allCases, &random)
        row.stay = any(SIOMRStay.allCases, &random)
        row.detention = any(inUS, &random)
        row.authority = any(SIOMRAuthority.allCases, &random)
        row.destination = any(states, &random)
        row.destinationMunicipality = any(places, &random)
        row.services = row.services.map { _ in given[Int.random(in: 0...2, using: &random)] }
        return row
    }

    /// The cells of each record (RFC 4180).
    static func records(_ text: String) -> [[String]] {
        var (records, cells, cell) = ([[String]](), [String](), [UInt8]())
        var isQuoted = false
        var bytes = Array(text.utf8)[...]
        func take() -> String {
            defer { cell = [] }
            return String(decoding: cell, as: UTF8.self)
        }
        while let byte = bytes.popFirst() {
            switch byte {
            case 0x22 where isQuoted && bytes.first == 0x22: cell.append(bytes.removeFirst())
            case 0x22: isQuoted.toggle()
            case _ where isQuoted: cell.append(byte)
            case 0x2C: cells.append(take())
            case 0x0D:
                bytes.removeFirst()
                cells.append(take())
                records.append(cells)
                cells = []
            default: cell.append(byte)
            }
        }
        return records
    }
}
