//! What content streams show: runs of text with their places.

use std::collections::HashMap;
use std::rc::Rc;

use super::file::{File, Page};
use super::font::Font;
use super::object::{Dict, Lexer, Object};

/// Operators carried out for one file; drawings within drawings multiply.
const MAX_OPERATORS: usize = 20_000_000;
const MAX_DEPTH: usize = 8;
const MAX_STACK: usize = 256;
/// Fonts kept from page to page.
const MAX_FONTS: usize = 100;
/// Text of one page, in bytes.
const MAX_PAGE_TEXT: usize = 4 << 20;

/// Text shown in one go, in the direction of its line.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) text: String,
    /// Along the line, where it starts and ends.
    pub(super) from: f64,
    pub(super) to: f64,
    /// Across the line, growing upward.
    pub(super) across: f64,
    pub(super) size: f64,
    /// The direction, in quarter turns and parts of them.
    pub(super) turn: i32,
}

/// The reading of a file's pages, one after the other.
pub(super) struct Reading<'a> {
    file: &'a File<'a>,
    /// By the numbers of their objects. Pages share them, and unpacking their maps again for each takes the room of the text.
    fonts: HashMap<u32, Rc<Font>>,
    n_operators: usize,
    /// Characters that could not be told.
    pub(super) n_lost: usize,
}

/// `[a b c d e f]` maps (x, y) to (ax + cy + e, bx + dy + f).
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(first: &Matrix, then: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [p, q, r, s, t, u] = then;
    [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

/// One content stream being carried out.
struct Stream<'r, 'a> {
    reading: &'r mut Reading<'a>,
    resources: Rc<Dict>,
    depth: usize,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// For each marked content whether it is decoration of the page.
    marks: Vec<bool>,
    runs: Vec<Run>,
    n_bytes: usize,
}

impl<'a> Reading<'a> {
    pub(super) fn new(file: &'a File<'a>) -> Self {
        Self { file, fonts: HashMap::new(), n_operators: 0, n_lost: 0 }
    }

    /// What a page shows, in the order it is drawn.
    pub(super) fn page(&mut self, page: &Page) -> Vec<Run> {
        if self.fonts.len() > MAX_FONTS {
            self.fonts.clear();
        }
        let Some((bytes, resources)) = self.file.loaded(page) else { return Vec::new() };
        self.stream(&bytes, resources, IDENTITY, 0)
    }

    fn stream(&mut self, bytes: &[u8], resources: Rc<Dict>, ctm: Matrix, depth: usize) -> Vec<Run> {
        let state = State {
            ctm,
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut stream = Stream {
            reading: self,
            resources,
            depth,
            state,
            saved: Vec::new(),
            text: IDENTITY,
            line: IDENTITY,
            marks: Vec::new(),
            runs: Vec::new(),
            n_bytes: 0,
        };
        stream.run(bytes);
        stream.runs
    }
}

impl Stream<'_, '_> {
    fn run(&mut self, bytes: &[u8]) {
        let mut lexer = Lexer::new(bytes);
        let mut operands = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Word(operator) = object else {
                // The longest operator of text takes six; colors take a few more.
                if operands.len() < 64 {
                    operands.push(object);
                }
                continue;
            };
            self.reading.n_operators += 1;
            if self.reading.n_operators > MAX_OPERATORS || self.n_bytes > MAX_PAGE_TEXT {
                return;
            }
            if operator == "BI" {
                skip_picture(&mut lexer);
            } else {
                self.carry_out(&operator, &operands);
            }
            operands.clear();
        }
    }

    fn carry_out(&mut self, operator: &str, operands: &[Object]) {
        let number = |at: usize| operands.get(at).and_then(Object::as_number).unwrap_or(0.0);
        match operator {
            "q" if self.saved.len() < MAX_STACK => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => self.state.ctm = times(&std::array::from_fn(number), &self.state.ctm),
            "BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
            "Tc" => self.state.character_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.scale = number(0) / 100.0,
            "TL" => self.state.leading = number(0),
            "Ts" => self.state.rise = number(0),
            "Tf" => self.set_font(operands),
            "Td" => self.move_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.move_line(number(0), number(1));
            }
            "Tm" => {
                self.line = std::array::from_fn(number);
                self.text = self.line;
            }
            "T*" => self.move_line(0.0, -self.state.leading),
            "Tj" => self.show(operands),
            "TJ" => self.show(operands.first().and_then(Object::as_array).unwrap_or_default()),
            "'" => {
                self.move_line(0.0, -self.state.leading);
                self.show(operands);
            }
            "\"" => {
                (self.state.word_space, self.state.character_space) = (number(0), number(1));
                self.move_line(0.0, -self.state.leading);
                self.show(operands.get(2..).unwrap_or_default());
            }
            "Do" => self.draw(operands),
            "BMC" | "BDC" if self.marks.len() < MAX_STACK => {
                self.marks.push(operands.first().and_then(Object::as_name) == Some("Artifact"));
            }
            "EMC" => {
                self.marks.pop();
            }
            _ => {}
        }
    }

    fn move_line(&mut self, x: f64, y: f64) {
        self.line = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn set_font(&mut self, operands: &[Object]) {
        self.state.size = operands.get(1).and_then(Object::as_number).unwrap_or(1.0);
        let file = self.reading.file;
        let Some(name) = operands.first().and_then(Object::as_name) else { return };
        let Some(fonts) = file.get_dict(&self.resources, "Font") else { return };
        self.state.font = match fonts.get(name) {
            Some(&Object::Reference(number)) => {
                let known = self.reading.fonts.get(&number).cloned();
                known.or_else(|| {
                    let font = Rc::new(Font::load(file, file.object(number)?.as_dict()?));
                    self.reading.fonts.insert(number, Rc::clone(&font));
                    Some(font)
                })
            }
            Some(Object::Dict(dict)) => Some(Rc::new(Font::load(file, dict))),
            _ => None,
        };
    }

    /// Draws a form, which may hold text; pictures hold none.
    fn draw(&mut self, operands: &[Object]) {
        let file = self.reading.file;
        let Some(name) = operands.first().and_then(Object::as_name) else { return };
        let Some(objects) = file.get_dict(&self.resources, "XObject") else { return };
        let Some(&Object::Reference(number)) = objects.get(name) else { return };
        let Some(Object::Dict(form)) = file.object(number) else { return };
        let is_form = form.get("Subtype").and_then(Object::as_name) == Some("Form");
        if !is_form || self.depth >= MAX_DEPTH || self.is_decoration() {
            return;
        }
        let Some(bytes) = file.stream(number) else { return };
        let matrix: Matrix = match file.get(&form, "Matrix") {
            Some(Object::Array(numbers)) if numbers.len() == 6 => {
                std::array::from_fn(|at| numbers[at].as_number().unwrap_or_default())
            }
            _ => IDENTITY,
        };
        let resources = file.get_dict(&form, "Resources").map_or_else(|| Rc::clone(&self.resources), Rc::new);
        let runs = self.reading.stream(&bytes, resources, times(&matrix, &self.state.ctm), self.depth + 1);
        self.n_bytes += runs.iter().map(|run| run.text.len()).sum::<usize>();
        self.runs.extend(runs);
    }

    fn is_decoration(&self) -> bool {
        self.marks.contains(&true)
    }

    /// Shows strings; the numbers among them move back by thousandths.
    fn show(&mut self, parts: &[Object]) {
        let Some(font) = self.state.font.clone() else { return };
        for part in parts {
            match part {
                Object::Number(back) => self.advance(-back / 1000.0 * self.state.size),
                Object::Text(bytes) => self.show_text(&font, bytes),
                _ => {}
            }
        }
    }

    fn show_text(&mut self, font: &Font, bytes: &[u8]) {
        let start = self.place();
        let mut text = String::new();
        for shown in font.shown(bytes) {
            match shown.text {
                Some(shown) => text.push_str(&shown),
                None => self.reading.n_lost += 1,
            }
            let word_space = if shown.is_blank { self.state.word_space } else { 0.0 };
            self.advance(shown.width / 1000.0 * self.state.size + self.state.character_space + word_space);
        }
        if text.is_empty() || self.is_decoration() {
            return;
        }
        let end = self.place();
        self.n_bytes += text.len();
        self.runs.push(run(text, &start, &end, self.state.size));
    }

    fn advance(&mut self, x: f64) {
        self.text = times(&[1.0, 0.0, 0.0, 1.0, x * self.state.scale, 0.0], &self.text);
    }

    /// The matrix of the next character on the page.
    fn place(&self) -> Matrix {
        times(&times(&[1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], &self.text), &self.state.ctm)
    }
}

/// A run between two places, seen along its own line.
#[expect(clippy::cast_possible_truncation, reason = "an angle in steps of 15 degrees is within -12..=12")]
fn run(text: String, start: &Matrix, end: &Matrix, size: f64) -> Run {
    let angle = start[1].atan2(start[0]);
    let (sin, cos) = angle.sin_cos();
    let along = |place: &Matrix| place[4] * cos + place[5] * sin;
    Run {
        text,
        from: along(start),
        to: along(end),
        across: start[5] * cos - start[4] * sin,
        size: (size * start[2].hypot(start[3])).abs().max(0.1),
        turn: (angle.to_degrees() / 15.0).round() as i32,
    }
}

/// Passes over a picture within the stream.
fn skip_picture(lexer: &mut Lexer<'_>) {
    let rest = &lexer.bytes[lexer.at..];
    let is_end = |at: &usize| {
        let blank = |place: usize| rest.get(place).copied().is_none_or(super::object::is_blank);
        rest[*at..].starts_with(b"EI") && blank(at + 2) && (*at == 0 || blank(at - 1))
    };
    lexer.at += (0..rest.len()).find(is_end).map_or(rest.len(), |at| at + 2);
}
