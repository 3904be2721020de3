/// The institutions shipped for each border point: real kinds of institution, whose contacts a lead
/// writes; for practice with invented ones.
///
/// Sources: the bodies of INM's repatriation programme, Somos Mexicanos (DOF 2014) and México te
/// abraza (2025).
extension NinePoints {
    /// One line an institution: what it is, its name, what it serves, sexes, ages, places; `{}` is
    /// the point's name.
    private static let institutions = """
        shelter|Centro de Atención de {}|shelter|||200
        shelter|Albergue municipal de {}|shelter,diningHall|||60
        shelter|Refugio para mujeres de {}|womensRefuge,shelter|M||20
        hospital|Hospital General de {}|emergency,medical|||
        hospital|Salud mental, {}|psychological|||
        childProtection|Procuraduría de Protección y DIF de {}|childProtection||0-17|30
        beta|Grupos Beta {}|beta|||
        prosecutor|Fiscalía General de la República, {}|trafficking,kidnapping,authority|||
        victims|CEAV, {}|victims|||
        humanRights|Derechos Humanos, oficina de {}|complaint,legal|||
        consulate|Consulado de México, enlace de {}|complaint,legal,family|||
        registry|Registro Civil y RENAPO, {}|identity|||
        welfare|Secretaría de Bienestar, {}|welfare|||
        socialSecurity|IMSS, {}|socialSecurity|||
        employment|Servicio Nacional de Empleo, {}|job,skills||16-120|
        education|SEP e INEA, {}|schooling|||
        busLine|Central de autobuses de {}|transport|||
        liaison|Enlace estatal de atención al migrante, {}|stateLiaison,family,legal,transport|||
        interpreters|INPI, intérpretes para {}|interpreter|||
        refugees|COMAR y ACNUR, {}|refugee|||
        migration|OIM, {}|assistedReturn|||
        search|Comisión de búsqueda del estado, {}|search|||
        migration|Programa Paisano, {}|paisano|||
        """

    /// What is said of each institution of a point.
    package static func institutions(of point: ReceivingPoint, isPractice: Bool) -> [ProviderWords]
    {
        institutions.split(separator: "\n").enumerated().map { number, line in
            let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(
                String.init)
            var words = ProviderWords()
            words.institution = ProviderKind(rawValue: fields[0])
            words.name = fields[1].replacing("{}", with: point.name)
            words.serves = Set(stored: .text(fields[2]))
            words.sexes = Set(stored: .text(fields[3]))
            let ages = fields[4].split(separator: "-").compactMap { Int($0) }
            (words.fromAge, words.toAge) = ages.count == 2 ? (ages[0], ages[1]) : (nil, nil)
            words.places = Int(fields[5])
            if isPractice {
                words.contact = "contacto inventado \(point.code.text) \(padded(number + 1, 2))"
            }
            return words
        }
    }

    /// The institutions of every border point and of whatever else is on, with identifiers from `source`: one fact a point.
    package static func providers(
        _ points: [ReceivingPoint], isPractice: Bool, _ source: inout IdentifierSource
    ) -> [Event] {
        points.filter { $0.kind == .border || $0.isActive }.map { point in
            let changes = institutions(of: point, isPractice: isPractice).map { words -> Change? in
                let blank = Provider(id: source.next())
                return Change(from: blank, to: blank.taking(words, at: point.code))
            }
            return Event(.providerSet, subject: point.id.value, changes: changes.compactMap { $0 })
        }
    }
}

extension Provider {
    /// What is said of it, taken over; what is not said stays.
    func taking(_ words: ProviderWords, at point: PointCode) -> Provider {
        var after = self
        after.point = point
        after.name = words.name ?? name
        after.institution = words.institution ?? institution
        after.serves = words.serves ?? serves
        after.sexes = words.sexes ?? sexes
        after.fromAge = words.fromAge ?? fromAge
        after.toAge = words.toAge ?? toAge
        after.takesFamilies = words.takesFamilies ?? takesFamilies
        after.hours = words.hours ?? hours
        after.places = words.places ?? places
        after.contact = words.contact ?? contact
        after.isRetired = words.isRetired ?? isRetired
        return after
    }
}
