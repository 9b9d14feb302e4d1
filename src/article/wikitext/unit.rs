//! Units of measurement that the `convert` template knows.

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Measured by a factor.
    Plain,
    /// A temperature: Celsius, Fahrenheit, kelvin.
    Celsius,
    /// Fahrenheit.
    Fahrenheit,
    /// Kelvin.
    Kelvin,
}

/// A unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Names in a call, separated by spaces; `_` stands for a space.
    codes: &'static str,
    /// `km`.
    pub(super) symbol: &'static str,
    /// `kilometre`.
    pub(super) one: &'static str,
    /// `kilometres`.
    pub(super) many: &'static str,
    /// How many of the base unit it is.
    pub(super) scale: f64,
    /// The unit it is converted to if none is named.
    pub(super) default: &'static str,
    /// How it is converted.
    pub(super) kind: Kind,
}

const fn unit(
    codes: &'static str,
    symbol: &'static str,
    one: &'static str,
    many: &'static str,
    scale: f64,
    default: &'static str,
) -> Unit {
    Unit {
        codes,
        symbol,
        one,
        many,
        scale,
        default,
        kind: Kind::Plain,
    }
}

const fn degree(
    codes: &'static str,
    symbol: &'static str,
    default: &'static str,
    kind: Kind,
) -> Unit {
    Unit {
        codes,
        symbol,
        one: symbol,
        many: symbol,
        scale: 1.0,
        default,
        kind,
    }
}

/// Every unit. Scales are exact where the unit is defined by the metre, the
/// kilogram or the second.
const UNITS: &[Unit] = &[
    unit("m", "m", "metre", "metres", 1.0, "ft"),
    unit("km", "km", "kilometre", "kilometres", 1e3, "mi"),
    unit("cm", "cm", "centimetre", "centimetres", 1e-2, "in"),
    unit("mm", "mm", "millimetre", "millimetres", 1e-3, "in"),
    unit("um μm µm", "μm", "micrometre", "micrometres", 1e-6, "in"),
    unit("nm", "nm", "nanometre", "nanometres", 1e-9, "in"),
    unit("Mm", "Mm", "megametre", "megametres", 1e6, "mi"),
    unit("Gm", "Gm", "gigametre", "gigametres", 1e9, "mi"),
    unit("in inch", "in", "inch", "inches", 0.0254, "mm"),
    unit("ft foot feet", "ft", "foot", "feet", 0.3048, "m"),
    unit("yd yard", "yd", "yard", "yards", 0.9144, "m"),
    unit("mi mile miles smi", "mi", "mile", "miles", 1609.344, "km"),
    unit(
        "nmi NM",
        "nmi",
        "nautical mile",
        "nautical miles",
        1852.0,
        "km",
    ),
    unit("furlong", "furlong", "furlong", "furlongs", 201.168, "m"),
    unit("fathom", "fathom", "fathom", "fathoms", 1.8288, "m"),
    unit("hand", "hand", "hand", "hands", 0.1016, "cm"),
    unit(
        "AU au",
        "AU",
        "astronomical unit",
        "astronomical units",
        149_597_870_700.0,
        "km",
    ),
    unit(
        "ly",
        "ly",
        "light-year",
        "light-years",
        9.460_730_472_580_8e15,
        "pc",
    ),
    unit(
        "pc",
        "pc",
        "parsec",
        "parsecs",
        3.085_677_581_491_4e16,
        "ly",
    ),
    unit("m2 sqm", "m²", "square metre", "square metres", 1.0, "sqft"),
    unit(
        "km2 sqkm",
        "km²",
        "square kilometre",
        "square kilometres",
        1e6,
        "sqmi",
    ),
    unit(
        "cm2",
        "cm²",
        "square centimetre",
        "square centimetres",
        1e-4,
        "sqin",
    ),
    unit(
        "mm2",
        "mm²",
        "square millimetre",
        "square millimetres",
        1e-6,
        "sqin",
    ),
    unit("ha hectare", "ha", "hectare", "hectares", 1e4, "acre"),
    unit("acre acres", "acre", "acre", "acres", 4_046.856_422_4, "ha"),
    unit(
        "sqft ft2 sq_ft sqfoot",
        "sq ft",
        "square foot",
        "square feet",
        0.092_903_04,
        "m2",
    ),
    unit(
        "sqmi mi2 sq_mi sqmile",
        "sq mi",
        "square mile",
        "square miles",
        2_589_988.110_336,
        "km2",
    ),
    unit(
        "sqyd yd2 sq_yd",
        "sq yd",
        "square yard",
        "square yards",
        0.836_127_36,
        "m2",
    ),
    unit(
        "sqin in2 sq_in",
        "sq in",
        "square inch",
        "square inches",
        6.4516e-4,
        "cm2",
    ),
    unit("m3", "m³", "cubic metre", "cubic metres", 1.0, "cuft"),
    unit(
        "cm3 cc",
        "cm³",
        "cubic centimetre",
        "cubic centimetres",
        1e-6,
        "cuin",
    ),
    unit(
        "km3",
        "km³",
        "cubic kilometre",
        "cubic kilometres",
        1e9,
        "cumi",
    ),
    unit("L l litre liter", "L", "litre", "litres", 1e-3, "usgal"),
    unit("mL ml", "mL", "millilitre", "millilitres", 1e-6, "usfloz"),
    unit("hL hl", "hL", "hectolitre", "hectolitres", 0.1, "usgal"),
    unit("ML Ml", "ML", "megalitre", "megalitres", 1e3, "usgal"),
    unit(
        "gal usgal U.S.gal USgal US_gal",
        "US gal",
        "US gallon",
        "US gallons",
        3.785_411_784e-3,
        "L",
    ),
    unit(
        "impgal imp_gal",
        "imp gal",
        "imperial gallon",
        "imperial gallons",
        4.546_09e-3,
        "L",
    ),
    unit(
        "usfloz USfloz USoz US_fl_oz",
        "US fl oz",
        "US fluid ounce",
        "US fluid ounces",
        2.957_352_956_25e-5,
        "mL",
    ),
    unit(
        "impfloz imp_fl_oz",
        "imp fl oz",
        "imperial fluid ounce",
        "imperial fluid ounces",
        2.841_306_25e-5,
        "mL",
    ),
    unit(
        "cuft ft3 cu_ft",
        "cu ft",
        "cubic foot",
        "cubic feet",
        0.028_316_846_592,
        "m3",
    ),
    unit(
        "cuyd yd3 cu_yd",
        "cu yd",
        "cubic yard",
        "cubic yards",
        0.764_554_857_984,
        "m3",
    ),
    unit(
        "cuin in3 cu_in",
        "cu in",
        "cubic inch",
        "cubic inches",
        1.638_706_4e-5,
        "cm3",
    ),
    unit(
        "cumi mi3 cu_mi",
        "cu mi",
        "cubic mile",
        "cubic miles",
        4.168_181_825_440_58e9,
        "km3",
    ),
    unit(
        "oilbbl bbl",
        "bbl",
        "barrel",
        "barrels",
        0.158_987_294_928,
        "m3",
    ),
    unit("kg", "kg", "kilogram", "kilograms", 1.0, "lb"),
    unit("g", "g", "gram", "grams", 1e-3, "oz"),
    unit("mg", "mg", "milligram", "milligrams", 1e-6, "gr"),
    unit("gr", "gr", "grain", "grains", 6.479_891e-5, "mg"),
    unit("t tonne MT", "t", "tonne", "tonnes", 1e3, "ST"),
    unit("lb lbs", "lb", "pound", "pounds", 0.453_592_37, "kg"),
    unit("oz", "oz", "ounce", "ounces", 0.028_349_523_125, "g"),
    unit(
        "ozt",
        "ozt",
        "troy ounce",
        "troy ounces",
        0.031_103_476_8,
        "g",
    ),
    unit("st stone", "st", "stone", "stone", 6.350_293_18, "kg"),
    unit(
        "ST shortton short_ton",
        "short tons",
        "short ton",
        "short tons",
        907.184_74,
        "t",
    ),
    unit(
        "LT longton long_ton",
        "long tons",
        "long ton",
        "long tons",
        1_016.046_908_8,
        "t",
    ),
    unit(
        "m/s",
        "m/s",
        "metre per second",
        "metres per second",
        1.0,
        "ft/s",
    ),
    unit(
        "m/min",
        "m/min",
        "metre per minute",
        "metres per minute",
        1.0 / 60.0,
        "ft/min",
    ),
    unit(
        "km/h kph kmh",
        "km/h",
        "kilometre per hour",
        "kilometres per hour",
        1.0 / 3.6,
        "mph",
    ),
    unit(
        "km/s",
        "km/s",
        "kilometre per second",
        "kilometres per second",
        1e3,
        "mi/s",
    ),
    unit(
        "mi/s",
        "mi/s",
        "mile per second",
        "miles per second",
        1609.344,
        "km/s",
    ),
    unit(
        "mph mi/h",
        "mph",
        "mile per hour",
        "miles per hour",
        0.447_04,
        "km/h",
    ),
    unit(
        "ft/s",
        "ft/s",
        "foot per second",
        "feet per second",
        0.3048,
        "m/s",
    ),
    unit(
        "ft/min",
        "ft/min",
        "foot per minute",
        "feet per minute",
        0.005_08,
        "m/min",
    ),
    unit("kn knot kt", "kn", "knot", "knots", 1852.0 / 3600.0, "km/h"),
    unit("W", "W", "watt", "watts", 1.0, "hp"),
    unit("kW", "kW", "kilowatt", "kilowatts", 1e3, "hp"),
    unit("MW", "MW", "megawatt", "megawatts", 1e6, "hp"),
    unit(
        "hp bhp shp ihp",
        "hp",
        "horsepower",
        "horsepower",
        745.699_871_582_270_2,
        "kW",
    ),
    unit(
        "PS",
        "PS",
        "metric horsepower",
        "metric horsepower",
        735.498_75,
        "kW",
    ),
    unit("Pa", "Pa", "pascal", "pascals", 1.0, "psi"),
    unit(
        "hPa mbar millibar",
        "hPa",
        "hectopascal",
        "hectopascals",
        100.0,
        "inHg",
    ),
    unit("kPa", "kPa", "kilopascal", "kilopascals", 1e3, "psi"),
    unit("MPa", "MPa", "megapascal", "megapascals", 1e6, "psi"),
    unit("bar", "bar", "bar", "bars", 1e5, "psi"),
    unit(
        "atm",
        "atm",
        "standard atmosphere",
        "standard atmospheres",
        101_325.0,
        "kPa",
    ),
    unit(
        "psi",
        "psi",
        "pound per square inch",
        "pounds per square inch",
        6_894.757_293_168,
        "kPa",
    ),
    unit(
        "inHg",
        "inHg",
        "inch of mercury",
        "inches of mercury",
        3_386.388_64,
        "kPa",
    ),
    unit("N", "N", "newton", "newtons", 1.0, "lbf"),
    unit("kN", "kN", "kilonewton", "kilonewtons", 1e3, "lbf"),
    unit(
        "lbf",
        "lbf",
        "pound-force",
        "pounds-force",
        4.448_221_615_260_5,
        "N",
    ),
    unit(
        "PD/sqkm /km2 PD/km2",
        "/km²",
        "inhabitant per square kilometre",
        "inhabitants per square kilometre",
        1.0,
        "/sqmi",
    ),
    unit(
        "PD/sqmi /sqmi PD/mi2",
        "/sq mi",
        "inhabitant per square mile",
        "inhabitants per square mile",
        0.386_102_158_542_446,
        "/km2",
    ),
];

const DEGREES: &[Unit] = &[
    degree("C °C C-change", "°C", "F", Kind::Celsius),
    degree("F °F F-change", "°F", "C", Kind::Fahrenheit),
    degree("K", "K", "C", Kind::Kelvin),
];

/// The unit of that name.
pub(super) fn find(code: &str) -> Option<Unit> {
    let code = code.trim().replace(' ', "_");
    UNITS
        .iter()
        .chain(DEGREES)
        .find(|unit| unit.codes.split(' ').any(|known| known == code))
        .copied()
}

impl Unit {
    /// A value of this unit in another.
    pub(super) fn convert(&self, value: f64, to: &Unit) -> f64 {
        let kelvin = match self.kind {
            Kind::Plain => return value * self.scale / to.scale,
            Kind::Celsius => value + 273.15,
            Kind::Fahrenheit => (value + 459.67) / 1.8,
            Kind::Kelvin => value,
        };
        match to.kind {
            Kind::Plain | Kind::Kelvin => kelvin,
            Kind::Celsius => kelvin - 273.15,
            Kind::Fahrenheit => kelvin * 1.8 - 459.67,
        }
    }

    /// The full name for a number of them; `us` spells `meter`, `liter`.
    pub(super) fn name(&self, one: bool, us: bool) -> String {
        let name = if one { self.one } else { self.many };
        if us {
            name.replace("metre", "meter").replace("litre", "liter")
        } else {
            name.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_units_and_defaults_exist() {
        let mut codes: Vec<&str> = Vec::new();
        for unit in UNITS.iter().chain(DEGREES) {
            for code in unit.codes.split(' ') {
                assert!(!codes.contains(&code), "{code}");
                codes.push(code);
            }
            assert!(find(unit.default).is_some(), "{}", unit.default);
        }
    }
}
