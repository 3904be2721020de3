import Foundation
import Repatriation
import Store
import Support
import Testing

/// A whole night at a real terminal, with a slip and an undo after each step, ends with the facts
/// intended.
@Suite struct ScriptedNightTests {
    private static let password = "una frase de prueba"

    @Test func aNightOfSlipsEndsWithTheFactsIntended() throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        #expect(
            try program.run(["send"], input: "{\"do\":\"openShift\",\"point\":\"NOG\"}\n").code == 0
        )
        let night = try ScriptedNight(program, password: ScriptedNightTests.password)
        try signIn(night, shows: "No hay personas")
        try bringTheList(night)
        try callTheRoll(night)
        try askTheFirstQuestions(night)
        try workInTheQueue(night)
        try attend(night)
        try theNextMorning(night)
        try compareTheFacts(night)
        try compareWhatTheCommandsSay(night)
    }

    private func signIn(_ night: ScriptedNight, shows words: String) throws {
        try night.wait(for: "Contraseña:")
        try night.press(
            "\(ScriptedNightTests.password)\r", shows: words, writes: [.init(.deskOpened)])
    }

    private func bringTheList(_ night: ScriptedNight) throws {
        try night.press("\u{1B}[17~", shows: "Sin grupos")
        try night.press("i", shows: "Pegue aquí")
        try night.press("\u{1B}[200~\(NightList.text)\u{1B}[201~", shows: "52 personas")
        let listed = NightList.numbers.map { ScriptedNight.Written(.listed, $0) }
        try night.press("bu\r", shows: "En lista 52", writes: [.init(.groupAnnounced)] + listed)
    }

    /// Every kind of difference, each after a slip that is taken back.
    private func callTheRoll(_ night: ScriptedNight) throws {
        func name(_ number: Int) -> String { NightList.surnames(number) }
        let received = "recibida, pertenencias"
        try night.slip(
            "01v", shows: "\(name(1)): recibida", undo: received, writes: [.received], of: 1)
        try night.slip(
            "31s", shows: "\(name(31)): recibida", undo: received, writes: [.received], of: 31)
        try night.slip(
            "34t", shows: "\(name(34)): recibida", undo: received, writes: [.received], of: 34)
        try night.slip(
            "35p", shows: "\(name(35)): recibida", undo: received, writes: [.received], of: 35)
        try night.slip(
            "38x2", shows: "\(NightList.whole(38)): ", undo: name(38), writes: [.didNotCome], of: 38
        )
        try night.slip(
            "41h", shows: "\(NightList.whole(41)): ", undo: name(41), writes: [.triaged], of: 41)
        for number in NightList.numbers {
            switch number {
            case 38:
                try night.press("38x1", shows: "Quién lo confirma")
                try night.press(
                    "Agente 4471\r", shows: "\(NightList.whole(38)): ",
                    writes: [.init(.didNotCome, 38)])
            case 39:
                try night.press(
                    "39x2", shows: "\(NightList.whole(39)): ", writes: [.init(.didNotCome, 39)])
            case 40:
                try night.press(
                    "40x3", shows: "\(NightList.whole(40)): ", writes: [.init(.didNotCome, 40)])
            default:
                let letter = NightList.letters[number] ?? "t"
                let keys = number < 10 ? "0\(number)\(letter)" : "\(number)\(letter)"
                try night.press(
                    keys, shows: "\(name(number)): recibida", writes: [.init(.received, number)])
            }
        }
        try addOffTheList(night)
        try askAboutNationality(night)
        try count(night)
    }

    private func addOffTheList(_ night: ScriptedNight) throws {
        try night.press("a", shows: "Agregar fuera de lista")
        try night.press(
            "Zenteno\tQuiroga\tPetra\tm\t1971\u{07}", shows: "Agregada fuera de lista",
            writes: [.init(.received, 0)])
        try night.mayUndo("Zenteno Quiroga recibida")
        try night.press("39f", shows: "Qué se supo")
        try night.press(
            "La vio Beta en el puente\r", shows: "\(NightList.whole(39)): ",
            writes: [.init(.located, 39)])
        try night.mayUndo(NightList.whole(39))
    }

    private func askAboutNationality(_ night: ScriptedNight) throws {
        let (foreign, doubted, child, adult) = (42, 43, NightList.childAlone, 45)
        func said(_ number: Int) -> String { "\(NightList.surnames(number)): " }
        try night.press("\(doubted)e", shows: "Madre o padre")
        try night.slip(
            "nnDice otro país\u{07}", shows: said(doubted), undo: "nacionalidad: ",
            writes: [.nationalitySet],
            of: doubted)
        try night.press("\(doubted)d", shows: "Por acreditar")
        try night.press("\u{07}", shows: said(doubted), writes: [.init(.nationalitySet, doubted)])
        try night.press("\(foreign)e", shows: "Madre o padre")
        try night.press(
            "nnPasaporte de otro país\u{07}", shows: said(foreign),
            writes: [.init(.nationalitySet, foreign)])
        try night.press("\(adult)m", shows: "¿Menor de 18?")
        try night.slip(
            "m", shows: "NNA no acomp. (OPI): ", undo: "NNA no acomp.", writes: [.triaged],
            of: adult)
        try night.press(
            "\(child)m", shows: "NNA no acomp. (OPI): ", writes: [.init(.triaged, child)])
        try night.cannotUndo("La ruta NNA no se quita aquí")
        try night.press("41h", shows: said(41), writes: [.init(.triaged, 41)])
    }

    /// Who was counted at the line and in the room agrees with the list, and the group is balanced.
    private func count(_ night: ScriptedNight) throws {
        try night.press("l", shows: "Conteo en la línea")
        try night.press("50\u{07}", shows: "El conteo coincide", writes: [.init(.headCounted)])
        try night.press("c", shows: "Conteo en sala")
        try night.press(
            "49\u{07}", shows: "recibidas y presentes 50: diferencia -1",
            writes: [.init(.headCounted)])
        try night.cannotUndo("G1")
        try night.press("c", shows: "Conteo en sala")
        try night.press("50\u{07}", shows: "El conteo coincide", writes: [.init(.headCounted)])
        try night.press("b", shows: "Cuadrar G1")
        try night.press("\u{07}", shows: "Hecho", writes: [.init(.groupBalanced)])
        try night.cannotUndo("G1")
        try night.press("\u{1B}", shows: "Grupos · Nogales")
        try night.press("\u{1B}", shows: "por valorar")
    }

    /// Each is asked what the table says, by the name on the screen; one answer by mistake is taken
    /// back.
    private func askTheFirstQuestions(_ night: ScriptedNight) throws {
        let slipped = 20
        func asked() -> Int? {
            night.screen.lines[0].contains("Valoración")
                ? NightList.number(in: night.screen.lines[1]) : nil
        }
        try night.select(name(NightList.child))
        try night.press("s", until: { asked() != nil })
        while let number = asked() {
            guard number != slipped else {
                try night.slip(
                    "h\r", shows: "\(name(slipped)): Meta", undo: "valora", writes: [.triaged],
                    of: slipped)
                continue
            }
            let marks = NightList.answers[number].map { "\($0)\r" } ?? "0"
            try night.press(
                marks, shows: "\(NightList.surnames(number)): Meta",
                writes: [.init(.triaged, number)])
        }
        try night.select(NightList.surnames(slipped))
        try night.press(
            "0", shows: "\(NightList.surnames(slipped)): Meta", writes: [.init(.triaged, slipped)])
    }

    /// Somebody urgent is called first; what is done in the queue by mistake is taken back.
    private func workInTheQueue(_ night: ScriptedNight) throws {
        let called = "llamada a la ventanilla 1"
        try night.slip(
            "\u{1B}OQ", shows: "\(name(5)): \(called)", undo: called, writes: [.called], of: 5)
        try night.select(name(12))
        try night.press("l", shows: "Lugar · ")
        try night.slip(
            "2", shows: "\(name(12)): pasó a", undo: "pasó a sala B", writes: [.placed], of: 12)
        try night.press("l", shows: "Lugar · ")
        try night.press("1", shows: "\(name(12)): pasó a sala A", writes: [.init(.placed, 12)])
        try night.press("v", shows: "Llamar fuera de orden")
        try night.press("2", shows: "\(name(12)): \(called)", writes: [.init(.called, 12)])
        try night.slip(
            "n", shows: "\(name(12)): no ", undo: name(12), writes: [.notPresent], of: 12)
        try night.press("a", shows: "Apartar · ")
        try night.slip(
            "2", shows: "\(name(12)): pasó a médico", undo: "médico", writes: [.parked], of: 12)
        try night.press("a", shows: "Apartar · ")
        try night.press("1", shows: "\(name(12)): pasó a baño", writes: [.init(.parked, 12)])
        try night.slip(
            "r", shows: "\(name(12)): de vuelta en espera", undo: name(12), writes: [.resumed],
            of: 12)
    }

    private func name(_ number: Int) -> String { NightList.surnames(number) }

    /// What an adult answers: alone, from Oaxaca and back to it, lived and was detained in Texas,
    /// with a birth certificate.
    private static let answers = "psocssntxtx=33ocna\r"

    /// Interviewed, certified and out, with the screen covered and the officer signed out on the
    /// way.
    private func attend(_ night: ScriptedNight) throws {
        try night.press("\u{1B}OQ", shows: "\(name(5)): llamada", writes: [.init(.called, 5)])
        try night.press("\r", shows: "Entrevista · ficha", writes: [.init(.interviewStarted, 5)])
        try night.press("\u{1B}", shows: "Recepción · ")
        try night.mayUndo("entrevista empezada")
        try night.press("\r", shows: "Entrevista · ficha")
        try finish(night, 5, ScriptedNightTests.answers)
        try leave(
            night, 5, "7", "Hospital General\tDra. Inventada\t4471\ta pie\t\te\u{07}",
            shows: "Salió: hospital")
        try coverTheQueue(night)
        try signOutInAnInterview(night)
        try leave(night, 41, "2", "d\te\u{07}", shows: "Salió: ")
        for (number, exit) in [(20, "4"), (21, "1")] {
            try night.select(name(number))
            try night.press("v", shows: "Llamar fuera de orden")
            try night.press(
                "1", shows: "\(name(number)): llamada", writes: [.init(.called, number)])
            try night.press(
                "\r", shows: "Entrevista · ficha", writes: [.init(.interviewStarted, number)])
            try finish(night, number, ScriptedNightTests.answers)
            try leave(night, number, exit, "d\u{07}")
        }
        try night.select(name(23))
        try leave(night, 23, "9", "ocde\u{07}", shows: "Salió: ")
    }

    /// The answers are saved, and a certificate issued; neither is taken back by «u».
    private func finish(_ night: ScriptedNight, _ number: Int, _ answers: String) throws {
        let saved: [EventKind] = [.personAmended, .noticeGiven, .nationalitySet, .profileSaved]
        try night.press(
            answers, shows: "Entrevista completa.", writes: saved.map { .init($0, number) })
        try night.cannotUndo("respuestas guardadas")
        try night.press("m", shows: "Medio de acreditación")
        try night.slip(
            "p", shows: "Nacionalidad: ", undo: "nacionalidad: ", writes: [.nationalitySet],
            of: number)
        try night.press("i", shows: "Constancia NOG-", writes: [.init(.certificateIssued, number)])
        try night.cannotUndo("se anula en la ficha")
    }

    private func leave(
        _ night: ScriptedNight, _ number: Int, _ exit: String, _ answers: String,
        shows said: String = "salida: "
    ) throws {
        try night.press("\u{1B}[18~", shows: "Salida · ")
        try night.press(exit, until: { !night.screen.lines[0].contains("Salida") })
        try night.press(
            answers, shows: "\(name(number)): \(said)", writes: [.init(.released, number)])
        try night.mayUndo("salida: ")
    }

    /// The desk opened anew finds whoever was left, and the night's last act is still the officer's
    /// own.
    private func theNextMorning(_ night: ScriptedNight) throws {
        try night.press("\u{1B}[21~", shows: "Contraseña:", writes: [.init(.deskClosed)])
        night.screen.type("\u{1B}[21~")
        #expect(night.screen.waitForEnd() == 0)
        try night.startAgain()
        try signIn(night, shows: "en espera")
        try night.mayUndo("salida: ")
        try night.select(name(12))
        try leave(night, 12, "9", "ocde\u{07}", shows: "Salió: ")
        try night.press("\u{1B}[17~", shows: "Grupos · Nogales")
        try night.press("z", shows: "▲")
        try night.press("\u{1B}", shows: "en espera")
    }

    /// A covered row takes no action: the key that uncovers does nothing else.
    private func coverTheQueue(_ night: ScriptedNight) throws {
        try night.press("\u{1B}[24~", shows: "TAPADA")
        try night.press("x", until: { !night.screen.has("TAPADA") })
    }

    /// In a field the key that uncovers is typed; what was typed is there after somebody signed in
    /// again.
    private func signOutInAnInterview(_ night: ScriptedNight) throws {
        try night.press("\u{1B}OQ", shows: "\(name(41)): llamada", writes: [.init(.called, 41)])
        try night.press("\r", shows: "Entrevista · ficha", writes: [.init(.interviewStarted, 41)])
        try night.press("psoc", shows: "Oaxaca")
        try night.press("\u{1B}[24~", shows: "TAPADA")
        try night.press(
            "s", until: { !night.screen.has("TAPADA") && night.screen.has("s sola o solo") })
        try night.press("\u{1B}[21~", shows: "Contraseña:")
        try night.press("\(ScriptedNightTests.password)\r", shows: "Usted es")
        try night.press("1\r", shows: "Tiene una entrevista a medias")
        try night.press("d", shows: "s sola o solo")
        try finish(night, 41, "sntxtx=33ocna\r")
    }

    // MARK: What it ends with

    /// Everybody of the list and whoever was on none, against the table.
    private func compareTheFacts(_ night: ScriptedNight) throws {
        #expect(night.people.keys.sorted() == Array(0...52))
        for number in 0...52 {
            #expect(
                NightFacts(try night.reception(number)) == NightFacts(intended: number),
                "number \(number)")
        }
        let undone = try #require(night.kinds[.undone])
        #expect(undone == night.slips)
        #expect(
            night.kinds[.listed] == 52 && night.kinds[.released] == 6
                && night.kinds[.missing] == nil)
    }

    /// The commands say the same as the store, to whoever looks without a screen.
    private func compareWhatTheCommandsSay(_ night: ScriptedNight) throws {
        func object(_ arguments: [String]) throws -> [String: Any] {
            let out = try night.program.run(arguments).out
            return try #require(
                try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
        }
        let group = try night.reception(1).group.value
        let roll = try #require(
            try object(["show", "group", "\(group)", "--json"])["receptions"] as? [[String: Any]])
        #expect(roll.count == 53)
        for row in roll {
            let number = row["listNumber"] as? Int ?? ScriptedNight.offList
            let meant = NightFacts(intended: number)
            #expect(row["state"] as? String == meant.stage.rawValue, "number \(number)")
            #expect(row["belongings"] as? String == meant.belongings?.rawValue, "number \(number)")
            #expect(
                row["nationality"] as? String == meant.nationality?.rawValue, "number \(number)")
        }
        let meant = (0...52).map { NightFacts(intended: $0).stage }
        let points = try #require(
            try object(["board", "--once", "--json"])["points"] as? [[String: Any]])
        let row = try #require(points.first { $0["code"] as? String == "NOG" })
        #expect(row["inside"] as? Int == meant.count(where: \.isInside))
        #expect(row["waiting"] as? Int == meant.count { $0 == .waiting })
        for none in ["called", "inInterview", "inSupport", "toTriage"] {
            #expect(row[none] as? Int == 0, "\(none)")
        }
        #expect(try night.program.run(["verify"]).code == 0)
    }
}
