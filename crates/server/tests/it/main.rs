//! The pages and the API, asked without a socket over an invented register.
#![allow(clippy::unwrap_used, clippy::allow_attributes, reason = "tests")]

mod access;
mod api;
mod asking;
mod counts;
mod desk;
mod evidence;
mod invented;
mod limits;
mod map;
mod matching;
mod near;
mod pages;
