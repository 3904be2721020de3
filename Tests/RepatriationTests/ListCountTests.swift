import Testing

@testable import Repatriation

/// Lists say counts, ages and what somebody does not have in ways that were read as people, years
/// and needs.
@Suite struct ListCountTests {
    private let day = CivilDate(daysSinceEpoch: 20_777)

    private func read(_ text: String) throws -> HandoverList {
        try HandoverList(Array(text.utf8), day: day)
    }

    private func names(_ list: HandoverList) -> [String] {
        list.rows.map {
            [$0.person.firstSurname, $0.person.given].map { $0 ?? "-" }.joined(separator: "|")
        }
    }

    private static let heading = "LAST NAME,FIRST NAME,DOB,SEX,REMARKS\nLUNA,ANA,05/13/1990,F,\n"

    /// A footer came in as a person called «FEMALES: 3».
    @Test(arguments: [
        "MALES: 5,FEMALES: 3", "MALES,5,FEMALES,3", "MALES 5,,,,", "HOMBRES: 4; MUJERES: 2",
        "MEN 4 WOMEN 2", "WOMEN",
        "CHILDREN: 2", "MENORES,2", "MENORES DE EDAD: 2", "ADULTS", "ADULTOS: 7", "UAC: 1", "UAC",
        "FAMILIES: 3",
        "FAMILY UNITS 2", "MALE: 5,FEMALE: 3", "TOTAL MALES: 5", "ADULTS: 6,UAC: 1,FAMILIES: 0",
        "SINGLE ADULTS,4",
    ])
    func aCountOfSexesIsNobody(_ footer: String) throws {
        let list = try read(ListCountTests.heading + footer + "\n")
        #expect(names(list) == ["LUNA|ANA"])
        #expect(list.rejected.map(\.line) == [3])
        #expect(
            list.rejected.first?.reason.en == "it is a row of counts" || footer.hasPrefix("TOTAL"))
    }

    /// Nobody is lost to it who is called so, or of whom little is known.
    @Test(arguments: [
        ("MEN,LI,05/13/1990,M", "MEN|LI"), ("MEN,,05/13/1990,", "MEN|-"),
        ("FAMILIA,ROSA,,F", "FAMILIA|ROSA"),
        ("MENOR,,1990,", "MENOR|-"), ("ADULTO,JUAN,05/13/1990,M", "ADULTO|JUAN"),
    ])
    func aPersonOfSuchANameComesIn(_ row: String, _ name: String) throws {
        let list = try read(ListCountTests.heading + row + "\n")
        #expect(names(list) == ["LUNA|ANA", name])
        let numbered = try read("NO,LAST NAME,FIRST NAME,DOB\n1,LUNA,ANA,05/13/1990\n2,UAC,,\n")
        #expect(numbered.rows.count == 2)
    }

    /// «-4» was four, «3m» three years, a birth date «-1» one year and «0» a newborn.
    @Test(arguments: ["-4", "−4", "+4", "AGE -4", "17m", "4 xx"])
    func whatIsNoAgeIsAsked(_ cell: String) throws {
        let list = try read("LAST NAME,FIRST NAME,DOB,AGE\nLUNA,ANA,,\(cell)\n")
        let person = try #require(list.rows.first?.person)
        #expect(person.birthDate == nil && person.notes == "Lista: edad \(cell)")
        #expect(list.asked.map(\.field) == ["age"] && list.asked.map(\.text) == [cell])
        #expect(list.minors.isEmpty == !"14".contains(cell.first ?? "-"))
    }

    @Test(arguments: ["-1", "0", "00", "-4", "+17", "17m"])
    func whatIsNoBirthDateIsAsked(_ cell: String) throws {
        let list = try read("LAST NAME,FIRST NAME,DOB\nLUNA,ANA,\(cell)\nSOL,EVA,06/14/1991\n")
        let person = try #require(list.rows.first?.person)
        #expect(person.birthDate == nil && person.suggested.isEmpty)
        #expect(list.asked.map(\.field) == ["birthDate"] && list.asked.map(\.text) == [cell])
    }

    @Test(arguments: ["3m", "3 M", "3 meses", "3 mo", "3MO", "11 months", "2 semanas"])
    func monthsAreNoYears(_ cell: String) throws {
        for column in ["AGE", "DOB,X"] {
            let isDate = column != "AGE"
            let heading = "LAST NAME,FIRST NAME,\(isDate ? "DOB" : "DOB,AGE")\n"
            let list = try read(heading + "LUNA,ANA,\(isDate ? "" : ",")\(cell)\n")
            let row = try #require(list.rows.first)
            #expect(row.youngest == 0 && list.minors == [2])
            #expect(row.person.birthDate.map { $0.age(on: day) == 0 } == true)
            #expect(list.asked.isEmpty)
        }
    }

    /// «NO MEDICATION» sent somebody to the doctor, «DENIES PREGNANCY» was pregnant.
    @Test(arguments: [
        "NO MEDICATION", "DENIES PREGNANCY", "NO MEDICAL ISSUES", "NONE MEDICAL",
        "NEGATIVE FOR PREGNANCY",
        "SIN PADECIMIENTOS", "NIEGA EMBARAZO", "NO KNOWN MEDICAL ISSUES", "DENIES BEING PREGNANT",
        "NO WARRANT",
        "NOT PREGNANT, NO MEDS",
    ])
    func whatIsDeniedSuggestsNothing(_ remark: String) { #expect(suggestions(remark).isEmpty) }

    @Test(arguments: [
        ("MEDICATION: NO, PREGNANT", [Flag.medical, .pregnant]),
        ("NO MEDICATION. NEEDS INSULIN", [.medical]),
        ("NO; PREGNANT", [.pregnant]), ("PREGNANT NO MEDS", [.pregnant]),
        ("NOT A MINOR", [.unaccompaniedChild]),
        ("NO SPANISH", [.noSpanish]), ("NO HABLA ESPAÑOL", [.noSpanish]),
        ("FAMILY UNIT", [.smallChildren]),
        ("MENOR, NO ACOMPAÑADO", [.unaccompaniedChild]),
    ])
    func whatIsNotDeniedIsSuggested(_ remark: String, _ flags: [Flag]) {
        #expect(suggestions(remark) == Set(flags))
    }

    @Test(arguments: [
        "SPEAKS MAYA ONLY", "MAYA SPEAKER", "HABLA MIXTECO", "MIXTECO ONLY", "SPEAKS ONLY TZELTAL",
        "LENGUA: MAM",
        "LENGUA MATERNA NÁHUATL", "Hablante de ch'ol", "SPEAKS MIXTEC, LITTLE SPANISH",
        "ENGLISH ONLY",
        "HABLA TARAHUMARA, POCO ESPAÑOL", "SÓLO ZAPOTECO",
    ])
    func whoSpeaksAnotherLanguageIsAskedAbout(_ remark: String) {
        #expect(suggestions(remark) == [.noSpanish])
    }

    @Test(arguments: [
        "MAYA", "FROM MAYA TOWN", "HABLA MIXTECO Y ESPAÑOL", "SPEAKS SPANISH AND MAYA",
        "SPEAKS ENGLISH",
        "COMUNIDAD MIXE", "SPANISH ONLY",
    ])
    func whoMaySpeakSpanishIsNot(_ remark: String) { #expect(suggestions(remark).isEmpty) }

    /// Two people between semicolons came in as one, untold.
    @Test func semicolonsPartPeopleAsSlashesDo() throws {
        for mark in [" / ", "; "] {
            let list = try read(
                "LAST NAME,FIRST NAME,DOB\n\"PAZ\(mark)LUNA\",\"ANA\(mark)EVA\",05/13/1990\n")
            #expect(names(list) == ["PAZ|ANA", "LUNA|EVA"])
            #expect(list.told.map(\.what) == [.several, .several])
        }
        let dated = try read(
            "LAST NAME,FIRST NAME,DOB\n\"PAZ;LUNA\",\"ANA;EVA\",05/13/1990; 06/14/1991\n")
        #expect(dated.rows.map(\.person.birthDate?.year) == [1990, 1991])
        let unclear = try read("LAST NAME,FIRST NAME,DOB\n\"PAZ; LUNA\",ANA,05/13/1990\n")
        #expect(unclear.rows.count == 1 && unclear.told.map(\.what) == [.several])
        let one = try read("LAST NAME,FIRST NAME,DOB\n\"PAZ;\",ANA,05/13/1990\n")
        #expect(names(one).count == 1 && one.told.isEmpty)
    }
}
