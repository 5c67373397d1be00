//! Folding: spellings of one name made alike, the same way wherever names are compared or made into ids.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name to lower-case letters, digits and single blanks.
///
/// Marks on letters go, Cyrillic letters become Latin ones as English texts write Russian names, apostrophes and full stops
/// go, everything else that is no letter or digit becomes a blank. Letters of other scripts stay as they are.
///
/// ```
/// assert_eq!(model::fold_letters("Cañon City"), "canon city");
/// assert_eq!(model::fold_letters("Йошкар-Ола"), "yoshkar ola");
/// assert_eq!(model::fold_letters("Coeur d'Alene"), "coeur dalene");
/// assert_eq!(model::fold_letters(" … "), "");
/// ```
#[must_use]
pub fn fold_letters(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    // Before decomposing: й and ё are letters of their own, not и and е with a mark.
    for letter in name.nfc().flat_map(char::to_lowercase) {
        match romanized(letter) {
            Some(latin) => out.push_str(latin),
            None => push_plain(letter, &mut out),
        }
    }
    // Blanks at the ends, and several together, are none and one.
    let mut folded = String::with_capacity(out.len());
    for word in out.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

fn push_plain(letter: char, out: &mut String) {
    if matches!(letter, '\'' | '’' | '‘' | 'ʹ' | 'ʼ' | '`' | '.') {
        return;
    }
    for part in letter.nfkd().filter(|part| !is_combining_mark(*part)) {
        out.push(if part.is_alphanumeric() { part } else { ' ' });
    }
}

/// Letters that do not decompose to Latin ones; Cyrillic after the romanization common on road signs and in English texts.
#[rustfmt::skip] // One letter a line would be forty lines of nothing.
const fn romanized(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a", 'б' => "b", 'в' => "v", 'г' | 'ґ' => "g", 'д' => "d", 'е' | 'ё' | 'э' | 'є' => "e", 'ж' => "zh",
        'з' => "z", 'и' | 'і' => "i", 'ї' => "yi", 'й' | 'ы' => "y", 'к' => "k", 'л' => "l", 'м' => "m", 'н' => "n",
        'о' => "o", 'п' => "p", 'р' => "r", 'с' => "s", 'т' => "t", 'у' | 'ў' => "u", 'ф' => "f", 'х' => "kh",
        'ц' => "ts", 'ч' => "ch", 'ш' => "sh", 'щ' => "shch", 'ъ' | 'ь' => "", 'ю' => "yu", 'я' => "ya", 'ß' => "ss",
        'ø' => "o", 'æ' => "ae", 'œ' => "oe", 'ł' => "l", 'đ' | 'ð' => "d", 'þ' => "th", 'ı' => "i",
        _ => return None,
    })
}
