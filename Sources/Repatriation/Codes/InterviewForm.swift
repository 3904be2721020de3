/// The interview as data: one list of sections and questions with a version.
///
/// Sources: the tables of UPMRIP's monthly bulletin (feeds), what INM asks and prints, EMIF Norte's
/// survey of returned people and IOM's forms. Records keep the version they were taken with.
package enum InterviewForm {
    /// The version of the form: 1 was the minimum alone; 3 asks by the lists of INM's desk system
    /// (``SIOMRColumn``), 4 on which stretch of the border somebody crossed.
    package static let version = 4

    /// Every question, in the order of asking.
    package static let questions = minimum + identity + profile + returning + minors + work + health

    /// What is asked while a point is shrunk to nine answers; the name and the health question come
    /// before the form.
    package static let peak: Set<ProfileField> = [
        .sex, .birthDate, .birthState, .understandsSpanish, .travelsWith, .destination,
        .contactConsent,
        .travelCondition,
    ]

    static let byField = Dictionary(
        questions.map { ($0.field, $0) }, uniquingKeysWith: { first, _ in first })

    /// The closed lists by name; several questions may share one.
    package static let lists = Dictionary(
        questions.compactMap { $0.kind.list }.map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The questions of an older version of the form, by which its records are read and counted.
    package static func questions(version: Int) -> [Question] {
        questions.filter { $0.since <= version }
    }

    /// The questions of one section, in order.
    package static func questions(of section: FormSection) -> [Question] {
        questions.filter { $0.section == section }
    }

    private static let yesNo = Catalogues.yesNo

    /// What nobody leaves without, in the order that costs least.
    private static let minimum: [Question] = [
        Question(
            .sex, .minimum, "Sexo", "Sex", Catalogues.sex, .mandatory, .personal, feeds: "R2 R3"),
        Question(
            .birthDate, .minimum, "Fecha de nacimiento", "Date of birth", .date, .mandatory,
            .personal, feeds: "R3 R4"),
        Question(
            .birthState, .minimum, "Entidad de nacimiento", "State of birth", .mexicanState,
            .mandatory, .personal,
            feeds: "R2 R4"),
        Question(
            .understandsSpanish, .minimum, "¿Entiende bien el español?", "Understands Spanish?",
            yesNo, .mandatory),
        Question(
            .interpreterNeeded, .minimum, "¿Necesita intérprete?", "Needs an interpreter?", yesNo,
            .conditional,
            for: .answered(.understandsSpanish, ["no"])),
        Question(
            .motherTongue, .minimum, "Lengua", "Language", Catalogues.languages, .conditional,
            for: .answered(.understandsSpanish, ["no"])),
        Question(
            .languageVariant, .minimum, "Variante o municipio", "Variant or town", .text, .optional,
            for: .answered(.understandsSpanish, ["no"])),
        Question(
            .travelsWith, .minimum, "Viene con", "Comes with", Catalogues.company, .mandatory,
            feeds: "R4 R5"),
        Question(
            .minorChildrenInUS, .minimum, "¿Hijas/os menores en EUA?", "Minor children in the US?",
            yesNo, .mandatory),
        Question(
            .residenceState, .minimum, "Vivía en (EUA)", "Lived in (US)", .usState, .mandatory,
            feeds: "R8"),
        Question(
            .detentionState, .minimum, "La detuvieron en (EUA)", "Detained in (US)", .usState,
            .mandatory, feeds: "R8",
            ofGroup: true),
        Question(
            .detainedBy, .minimum, "Autoridad que detuvo", "Detained by", Catalogues.authorities,
            .mandatory,
            feeds: "R7",
            ofGroup: true),
        Question(
            .stay, .minimum, "Tiempo en EUA", "Time in the US", Catalogues.stay, .mandatory,
            feeds: "R9"),
        Question(
            .schooling, .minimum, "Escolaridad", "Schooling", Catalogues.schooling, .mandatory),
        Question(
            .destination, .minimum, "Va a (entidad)", "Goes to (state)", .mexicanState, .mandatory,
            feeds: "R2"),
        Question(
            .contactConsent, .minimum, "¿Autoriza que le llamen?", "May be contacted?", yesNo,
            .mandatory),
        Question(
            .contactPhone, .minimum, "Teléfono", "Phone", .text, .optional, .restricted,
            for: .answered(.contactConsent, ["yes"])),
    ]

    private static let identity: [Question] = [
        Question(
            .aliases, .identity, "Otros nombres usados en EUA", "Other names used in the US", .text,
            .optional,
            .personal),
        Question(.genderIdentity, .identity, "Género (si lo dice)", "Gender (if said)", .text),
        Question(
            .birthPrecision, .identity, "Precisión de la fecha", "Precision of the date",
            Catalogues.precision,
            .optional,
            .personal),
        Question(
            .birthMunicipality, .identity, "Municipio de nacimiento", "Municipality of birth",
            .municipality, .optional,
            .personal),
        Question(.curp, .identity, "CURP", "CURP", .text, .optional, .personal),
        Question(
            .curpSource, .identity, "De dónde es la CURP", "Source of the CURP",
            Catalogues.curpSource, .optional,
            .personal),
        Question(
            .documents, .identity, "Documentos que porta", "Papers carried", Catalogues.documents,
            .optional, .personal),
        Question(
            .alienNumber, .identity, "Número de extranjero (A)", "A-number", .text, .optional,
            .restricted),
        Question(
            .knownReturns, .identity, "Retornos previos conocidos", "Earlier returns known",
            .number(0...99),
            feeds: "R11"),
        Question(
            .lastReturn, .identity, "Fecha del último", "Date of the last", .date, feeds: "R11"),
        Question(
            .biometrics, .identity, "Foto y huella", "Photo and prints", Catalogues.biometrics),
    ]

    private static let profile: [Question] = [
        Question(
            .speaksIndigenous, .profile, "Lengua indígena que habla", "Indigenous language spoken",
            Catalogues.languages
        ),
        Question(
            .indigenous, .profile, "¿Se considera indígena?", "Considers self indigenous?", yesNo),
        Question(
            .afroMexican, .profile, "¿Se considera afromexicana/o?", "Considers self Afro-Mexican?",
            yesNo),
        Question(
            .maritalStatus, .profile, "Estado conyugal", "Marital status", Catalogues.maritalStatus),
        Question(
            .studyCountry, .profile, "Último estudio en", "Last studied in", Catalogues.countries),
        Question(.literate, .profile, "¿Sabe leer y escribir?", "Reads and writes?", yesNo),
        Question(
            .seeing, .profile, "Dificultad para ver", "Difficulty seeing", Catalogues.difficulty),
        Question(
            .hearing, .profile, "Dificultad para oír", "Difficulty hearing", Catalogues.difficulty),
        Question(
            .walking, .profile, "Dificultad para caminar", "Difficulty walking",
            Catalogues.difficulty),
        Question(
            .remembering, .profile, "Dificultad para recordar", "Difficulty remembering",
            Catalogues.difficulty),
        Question(
            .selfCare, .profile, "Dificultad para su cuidado", "Difficulty with self-care",
            Catalogues.difficulty),
        Question(
            .communicating, .profile, "Dificultad para comunicarse", "Difficulty communicating",
            Catalogues.difficulty),
        Question(.pregnant, .profile, "¿Embarazo?", "Pregnant?", yesNo, for: .canBePregnant),
        Question(
            .pregnancyWeeks, .profile, "Semanas", "Weeks", .number(1...45),
            for: .answered(.pregnant, ["yes"])),
        Question(.nursing, .profile, "¿Lactancia?", "Nursing?", yesNo, for: .canBePregnant),
    ]

    private static let returning: [Question] = [
        Question(
            .detentionSector, .returning, "Sector u oficina", "Sector or office",
            Catalogues.sectors, feeds: "R7",
            ofGroup: true),
        Question(
            .detentionPlace, .returning, "Dónde la detuvieron", "Where detained",
            Catalogues.detentionPlaces),
        Question(.detentionReason, .returning, "Por qué", "Why", Catalogues.detentionReasons),
        Question(
            .detentionDays, .returning, "Días detenida/o", "Days detained", .number(0...20_000)),
        Question(
            .removalKind, .returning, "Tipo de devolución", "Kind of return", Catalogues.removals),
        Question(.crossingDate, .returning, "Fecha del cruce", "Date of crossing", .date),
        Question(
            .crossingStretch, .returning, "Tramo por donde cruzó", "Where they crossed",
            Catalogues.crossings, feeds: "S6", since: 4),
        Question(.crossingPlace, .returning, "Lugar del cruce", "Place of crossing", .text),
        Question(.smuggler, .returning, "¿Cruzó con pollero?", "Crossed with a smuggler?", yesNo),
        Question(
            .smugglerFee, .returning, "Pago (dólares)", "Fee (dollars)", .number(0...1_000_000),
            for: .answered(.smuggler, ["yes"])),
        Question(
            .separatedRelatives, .returning, "Familiares separados", "Relatives separated",
            .number(0...50)),
        Question(.separatedKinship, .returning, "Parentesco", "Kinship", Catalogues.kinshipMany),
        Question(
            .separatedWhere, .returning, "Dónde están", "Where they are", .text, .optional,
            .personal),
        Question(.belongingsMissing, .returning, "Le falta", "Missing", Catalogues.missingThings),
        Question(
            .propertyReceipt, .returning, "Recibo de pertenencias", "Property receipt", .text,
            .optional, .personal),
        Question(
            .uncashable, .returning, "¿Cheque o tarjeta no cobrable?", "Uncashable cheque or card?",
            yesNo),
        Question(.treatment, .returning, "Trato recibido o queja", "Treatment or complaint", .text),
        Question(
            .consularRight, .returning, "¿Le avisaron del consulado?", "Told about the consulate?",
            yesNo),
        Question(
            .consularInterview, .returning, "¿Entrevista consular?", "Consular interview?", yesNo),
    ]

    private static let minors: [Question] = [
        Question(
            .travelCondition, .minors, "Condición de viaje", "Travel condition",
            Catalogues.travelCondition,
            .conditional,
            for: .children, feeds: "R4 R5"),
        Question(
            .companionKinship, .minors, "Quién le acompaña", "Who comes along", Catalogues.kinship,
            for: .answered(.travelCondition, ["accompanied", "separated"])),
        Question(
            .kinshipProven, .minors, "¿Parentesco probado?", "Kinship proven?", yesNo,
            for: .answered(.travelCondition, ["accompanied", "separated"])),
        Question(
            .guardianLocated, .minors, "¿Tutor localizado?", "Guardian located?",
            Catalogues.progress, for: .children),
    ]

    private static let work: [Question] = [
        Question(
            .usOccupation, .work, "Ocupación en EUA", "Occupation in the US", Catalogues.occupations
        ),
        Question(.usTrade, .work, "Oficio, en sus palabras", "Trade, in own words", .text),
        Question(
            .earlierOccupation, .work, "Ocupación antes", "Occupation before",
            Catalogues.occupations),
        Question(
            .wantedCertificate, .work, "Oficio que quiere certificar", "Trade to certify", .text),
        Question(.english, .work, "Inglés", "English", Catalogues.english),
        Question(
            .destinationMunicipality, .work, "Municipio de destino", "Destination municipality",
            .municipality,
            .optional,
            .personal),
        Question(.exitPlan, .work, "A qué va", "Plan", Catalogues.exitPlans),
        Question(.network, .work, "Quién le espera", "Who awaits", Catalogues.network),
        Question(
            .safeReturn, .work, "¿Puede volver ahí con seguridad?", "Safe to go back there?", yesNo),
        Question(
            .contactName, .work, "Contacto en México", "Contact in Mexico", .text, .optional,
            .restricted,
            for: .answered(.contactConsent, ["yes"])),
        Question(
            .contactRelation, .work, "Su parentesco", "Relation", Catalogues.kinship, .optional,
            .restricted,
            for: .answered(.contactConsent, ["yes"])),
        Question(
            .lookedFor, .work, "¿Alguien le busca o no ha avisado?",
            "Looked for, or family not told?", yesNo),
        Question(
            .wantsReported, .work, "¿Quiere que se informe que está bien?",
            "Wants family to be told?", yesNo),
    ]

    private static let health: [Question] = [
        Question(
            .healthFlags, .health, "Salud y vulnerabilidad", "Health and vulnerability",
            Catalogues.healthFlags),
        Question(.symptoms, .health, "Síntomas", "Symptoms", Catalogues.symptoms),
        Question(.medication, .health, "Medicamento en curso", "Medicine being taken", .text),
    ]
}
