import Drill
import Repatriation
import SQLite
import Store
import Support
import Testing

/// The sheet of INM's desk system as a store gives it: whom it shows, to whom, and what the
/// interview never lets into it.
@Suite struct SIOMRStoreTests {
    private let test: TestStore
    private let period: ReportPeriod

    init() throws {
        test = try TestStore()
        for point in [PointCode.nogales, .tijuana] { try test.open(point, desks: 1) }
        let (first, last) = (CivilDate(text: "2026-01-01"), CivilDate(text: "2027-12-31"))
        let (from, to) = (try #require(first), try #require(last))
        period = try #require(ReportPeriod(from: from, to: to))
    }

    private func rows(
        _ period: ReportPeriod, _ points: [PointCode] = [], by officer: Identifier<Officer>? = nil
    ) throws -> [SIOMRRow] {
        let asker = Asker.officer(officer ?? test.lead)
        var rows: [SIOMRRow] = []
        let sheet = try test.store.answer(
            .siomr(period, points: points) { rows += $0 }, for: asker, at: test.now)
        #expect(rows.count == sheet.rows)
        return rows
    }

    private func interviewed(
        _ person: PersonData, _ answers: [ProfileField: String] = completeAnswers,
        flags: Set<Flag> = []
    ) throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, person, flags: flags)
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(.act(SetNationality(id, .accredited, .passport)))
        try test.perform(.act(SaveProfile(id, answers)))
        return id
    }

    /// Of random days, the rows of any days and points are as many as the official table says.
    @Test(arguments: [11, 12]) func thereIsARowForEveryEvent(_ seed: UInt64) throws {
        var days = RandomDays(test, seed)
        try days.live(steps: 160)
        let first = DayOfTest.day.daysSinceEpoch - 1
        var seen = 0
        for (from, to) in [(0, 200), (1, 3), (3, 9), (13, 40)] {
            let period = try #require(
                ReportPeriod(
                    from: CivilDate(daysSinceEpoch: first + from),
                    to: CivilDate(daysSinceEpoch: first + to)))
            for codes in [[], [PointCode.nogales], [.tijuana, .nogales]] {
                let table = try test.store.answer(
                    .report(.r1, period, points: codes), for: .officer(test.lead), at: test.now)
                let rows = try rows(period, codes)
                #expect(rows.count == table.table.total.total)
                #expect(rows.allSatisfy { (period.from...period.to).contains($0.day) })
                seen += rows.count
            }
        }
        #expect(seen > 20)
    }

    @Test func aRowIsWhatWasAnsweredAndGiven() throws {
        var answers = completeAnswers
        answers[.detainedBy] = "USMS"
        answers[.schooling] = "postgraduate"
        answers[.destinationMunicipality] = "Oaxaca de Juárez"
        let id = try interviewed(TestStore.person(1), answers)
        try test.perform(.act(GiveHelp(to: .people([id]), HelpGiven([.water, .busDiscount]))))
        var declined = HelpGiven([.call])
        declined.isDeclined = true
        try test.perform(.act(GiveHelp(to: .people([id]), declined)))
        var request = ReferralRequest(.diningHall, basis: .consent)
        request.consents = true
        try test.perform(.act(Refer(id, request)))
        let row = try #require(try rows(period).first)
        let cells = Dictionary(
            uniqueKeysWithValues: zip(SIOMRColumn.allCases.map(\.rawValue), row.cells))
        let meant = [
            "DEL": "Sonora", "IER": "NOG", "FEC_REP": "2026-11-20", "SEXO": "hombre", "EDA": "36",
            "EN_NAC": "Oaxaca", "MUN_NAC": "no especificado", "NIV_ESC": "posgrado completo",
            "CLASIF_REP": "repatriado de no reincidencia", "ACOM_REP": "mayor no acompañado",
            "PERM_EU": "1–5 años", "EDO_DET": "Texas", "AUT_DEP": "US Marshals",
            "EN_DES": "Oaxaca", "MUN_DES": "Oaxaca de Juárez", "CAN_COM": "sí", "CAN_AL": "no",
            "AGUA_AL": "sí", "DESC_BUS": "sí", "APO_LLAM": "no", "APO_REC_PERT": "no",
        ]
        for (column, word) in meant { #expect(cells[column] == word, "\(column)") }
    }

    /// Two thousand people with any answers, of any age: the store takes none that the official
    /// system never has.
    @Test func theStoreTakesNothingThatContradictsItself() throws {
        var random = SeededGenerator(seed: 9)
        let people = (1...2000).map { number -> PersonData in
            var person = TestStore.person(number, born: Int.random(in: 1930...2026, using: &random))
            person.birthDate = CivilDate(
                daysSinceEpoch: 20_777 - Int.random(in: 0...34_000, using: &random))
            return person
        }
        var refused = 0
        try test.store.batch(orWrap: { PerformFailure.failed($0) }) {
            () throws(PerformFailure) in
            let (_, ids) = try group(people)
            for (id, person) in zip(ids, people) {
                try test.perform(.act(Receive(id, .all, tag: nil)))
                let isMarked = person.birthDate.map { $0.daysSinceEpoch > 14_300 } ?? false
                let flags: Set<Flag> = isMarked && random.happens(300) ? [.unaccompaniedChild] : []
                try test.perform(.act(Triage(id, flags)))
                try test.perform(.act(SetNationality(id, .accredited, .passport)))
                _ = test.refusal(.act(CallPerson(id, desk: 1, reason: "prueba")))
                _ = test.refusal(.act(StartInterview(id, desk: 1)))
                var answers: [ProfileField: String] = [:]
                for field in [ProfileField.stay, .schooling, .travelsWith] {
                    let codes = FormLists.shipped.options(field.question).map(\.code)
                    answers[field] = codes.randomElement(using: &random)
                }
                let refusal = test.refusal(.act(SaveProfile(id, answers)))
                if refusal?.code == .answerBeyondAge { refused += 1 }
                _ = test.refusal(.act(Park(id, .call)))
            }
        }
        let rows = try rows(period)
        #expect(rows.count == people.count && refused > 150)
        #expect(rows.count { $0.stay != nil } > 500)
        #expect(rows.allSatisfy { $0.contradictions.isEmpty })
    }

    private func group(_ people: [PersonData]) throws(PerformFailure) -> (
        Int, [Identifier<Reception>]
    ) {
        var announcement = Announcement()
        (announcement.mode, announcement.authority) = (.bus, .ice)
        let group =
            try test.perform(.act(AnnounceGroup(.nogales, announcement)))
            .result["group"]?.integer ?? 0
        let list = try test.perform(.act(AddToList(Identifier(group), people)))
        let ids = list.result["receptions"]?.elements?.compactMap(\.integer) ?? []
        return (group, ids.map(Identifier.init))
    }

    @Test(arguments: [
        (2001, ProfileField.stay, "over40years"), (2016, .stay, "years11to20"),
        (2016, .stay, "over20years"), (2010, .schooling, "bachelor"),
        (2010, .schooling, "degree"), (2010, .schooling, "postgraduateIncomplete"),
    ])
    func anAnswerThatTheAgeDoesNotAllowIsRefused(
        _ year: Int, _ field: ProfileField, _ code: String
    ) throws {
        let id = try interviewed(TestStore.person(1, born: year), [:])
        let refusal = test.refusal(.act(SaveProfile(id, [field: code])))
        #expect(refusal?.code == .answerBeyondAge)
        #expect(refusal?.sentence.es.contains(field.label.es) == true)
        #expect(try test.reception(id).answer(field) == nil)
    }

    /// A later save asks nobody again what the form of then did not ask.
    @Test func whatTheFormOfThenDidNotAskDoesNotBecomeNo() throws {
        let id = try interviewed(TestStore.person(1, born: 1980), completeAnswers)
        let connection = try Connection(path: test.path, mode: .write)
        try connection.execute("UPDATE reception SET formVersion = 2")
        connection.close()
        try test.perform(.act(SaveProfile(id, [.schooling: "primary"])))
        #expect(try test.reception(id).answer(.schooling) == "primary")
        #expect(try test.reception(id).formVersion == 2)
        #expect(try rows(period).first?[.busDiscount] == .notAsked)
    }

    /// What cannot be at the age that is put right is asked again, and the rest stays.
    @Test func anAgeThatIsPutRightTakesBackWhatCannotBe() throws {
        var answers = completeAnswers
        (answers[.birthDate], answers[.stay]) = ("1980-05-06", "over40years")
        answers[.schooling] = "bachelor"
        let id = try interviewed(TestStore.person(1, born: 1980), answers)
        #expect(try rows(period).first?.stay == .over40years)
        var person = PersonData()
        person.birthDate = CivilDate(year: 1995, month: 5, day: 6)
        let amended = AmendPerson(id, person)
        let told = try test.perform(.act(amended)).result
        #expect((told as? AnswersTakenBack)?.fields == [.stay])
        let words = try #require(amended.said(told, changed: true))
        #expect(words.es.contains(ProfileField.stay.label.es))
        let after = try test.reception(id)
        #expect(after.answer(.stay) == nil && after.answer(.schooling) == "bachelor")
        #expect(after.missing(on: DayOfTest.day) == [.stay])
        #expect(try rows(period).first?.stay == nil)
    }

    /// What an earlier program kept is left alone by acts about other things, and told as unknown.
    @Test func whatWasKeptBeforeIsLeftAlone() throws {
        let id = try interviewed(TestStore.person(1, born: 2001))
        try Connection(path: test.path, mode: .write).execute(
            """
            UPDATE reception SET answers = json_set(answers, '$.stay', 'over20years'),
            countedStay = 'over40years', birthDate = '2001-05-06'
            """)
        try test.perform(.act(SaveProfile(id, [.schooling: "secondary"])))
        #expect(try test.reception(id).answer(.stay) != nil)
        let row = try #require(try rows(period).first)
        #expect(row.stay == nil || row.contradictions.isEmpty)
    }

    /// Whoever may not give out whole files gets no row, and whoever does leaves a trace of all.
    @Test(arguments: OfficerRole.allCases) func rowsAreForWhoeverGivesOutWholeFiles(
        _ role: OfficerRole
    ) throws {
        _ = try interviewed(TestStore.person(1))
        let officer = try test.officer(with: role)
        // This store is a practice.
        guard Oversight.wholeFile.roles.union([.trainer]).contains(role) else {
            #expect(throws: Refusal.self) { try rows(period, by: officer) }
            return
        }
        #expect(try rows(period, by: officer).count == 1)
        let reads = try test.store.answer(.reads(), for: .officer(test.lead), at: test.now)
        #expect(reads.count { $0.officer == officer && $0.what == "export" && $0.count == 1 } == 1)
    }

    /// What is blocked stands for nobody, and is told as missing.
    @Test func whoeverIsBlockedHasNoRow() throws {
        _ = try interviewed(TestStore.person(1))
        try Connection(path: test.path, mode: .write).execute("UPDATE reception SET blockedAt = 1")
        let sheet = try test.store.answer(
            .siomr(period) { #expect($0.isEmpty) }, for: .officer(test.lead), at: test.now)
        #expect(sheet.rows == 0 && sheet.held == 1)
        #expect(try rows(period).isEmpty)
    }
}

private enum DayOfTest {
    static let day = CivilDate(daysSinceEpoch: 20_777)
}
