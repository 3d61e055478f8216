//! Arrow columns that are filled row by row from what the parser found.

use datafusion::arrow::array::{
    ArrayRef, ArrowPrimitiveType, ListArray, NullBufferBuilder, PrimitiveBuilder, StringViewBuilder,
    StructArray,
};
use datafusion::arrow::buffer::{OffsetBuffer, ScalarBuffer};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use std::borrow::Cow;
use std::fmt::{self, Debug, Write};
use std::marker::PhantomData;
use std::sync::Arc;

/// A column under construction.
pub(crate) trait Column: Default {
    /// What a row is made of.
    type Value<'v>;

    fn data_type() -> DataType;

    /// Appends a row, which is NULL for `None`.
    fn push(&mut self, value: Option<Self::Value<'_>>);

    fn finish(self) -> ArrayRef;
}

/// Text. Views have no limit of two gigabytes to a batch, as the offsets of plain strings do.
#[derive(Default)]
pub(crate) struct Text(StringViewBuilder);

impl Column for Text {
    type Value<'v> = Cow<'v, str>;

    fn data_type() -> DataType {
        DataType::Utf8View
    }

    fn push(&mut self, value: Option<Cow<'_, str>>) {
        self.0.append_option(value);
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }
}

/// The name of a kind, as the parser's own output writes it: `clause_after`.
///
/// `T` is the type of the kind.
pub(crate) struct Name<T> {
    text: StringViewBuilder,
    name: String,
    kind: PhantomData<T>,
}

impl<T> Default for Name<T> {
    fn default() -> Self {
        Name { text: StringViewBuilder::default(), name: String::new(), kind: PhantomData }
    }
}

impl<T: Debug> Column for Name<T> {
    type Value<'v> = T;

    fn data_type() -> DataType {
        DataType::Utf8View
    }

    fn push(&mut self, value: Option<T>) {
        let Some(kind) = value else { return self.text.append_null() };
        self.name.clear();
        write!(SnakeCase(&mut self.name), "{kind:?}").expect("a String takes all that is written");
        self.text.append_value(&self.name);
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.text.finish())
    }
}

/// Writes `ClauseAfter` as `clause_after`.
struct SnakeCase<'a>(&'a mut String);

impl Write for SnakeCase<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            if c.is_ascii_uppercase() && !self.0.is_empty() {
                self.0.push('_');
            }
            self.0.push(c.to_ascii_lowercase());
        }
        Ok(())
    }
}

/// Numbers and dates.
pub(crate) struct Number<T: ArrowPrimitiveType>(PrimitiveBuilder<T>);

impl<T: ArrowPrimitiveType> Default for Number<T> {
    fn default() -> Self {
        Number(PrimitiveBuilder::new())
    }
}

impl<T: ArrowPrimitiveType> Column for Number<T> {
    type Value<'v> = T::Native;

    fn data_type() -> DataType {
        T::DATA_TYPE
    }

    fn push(&mut self, value: Option<T::Native>) {
        self.0.append_option(value);
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }
}

/// A list in each row.
pub(crate) struct List<C> {
    items: C,
    count: i32,
    ends: Vec<i32>,
    valid: NullBufferBuilder,
}

impl<C: Default> Default for List<C> {
    fn default() -> Self {
        List { items: C::default(), count: 0, ends: vec![0], valid: NullBufferBuilder::new(0) }
    }
}

impl<C: Column> List<C> {
    fn item() -> Arc<Field> {
        Arc::new(Field::new_list_field(C::data_type(), true))
    }
}

impl<C: Column> Column for List<C> {
    type Value<'v> = Box<dyn Iterator<Item = C::Value<'v>> + 'v>;

    fn data_type() -> DataType {
        DataType::List(Self::item())
    }

    fn push(&mut self, value: Option<Self::Value<'_>>) {
        self.valid.append(value.is_some());
        for item in value.into_iter().flatten() {
            self.items.push(Some(item));
            self.count += 1;
        }
        self.ends.push(self.count);
    }

    fn finish(mut self) -> ArrayRef {
        let offsets = OffsetBuffer::new(ScalarBuffer::from(self.ends));
        Arc::new(ListArray::new(Self::item(), offsets, self.items.finish(), self.valid.finish()))
    }
}

/// The fields of a struct under construction. Two that are made of the same value can be joined: `(A, B)`.
pub(crate) trait Record: Default {
    type Value<'v>;

    fn fields() -> Vec<Field>;

    /// Appends a row, whose fields are all NULL for `None`.
    fn push(&mut self, value: Option<&Self::Value<'_>>);

    fn finish(self) -> Vec<ArrayRef>;
}

impl<A: Record, B: for<'v> Record<Value<'v> = A::Value<'v>>> Record for (A, B) {
    type Value<'v> = A::Value<'v>;

    fn fields() -> Vec<Field> {
        [A::fields(), B::fields()].concat()
    }

    fn push(&mut self, value: Option<&Self::Value<'_>>) {
        self.0.push(value);
        self.1.push(value);
    }

    fn finish(self) -> Vec<ArrayRef> {
        [self.0.finish(), self.1.finish()].concat()
    }
}

/// A struct in each row.
pub(crate) struct Struct<R> {
    record: R,
    valid: NullBufferBuilder,
}

impl<R: Default> Default for Struct<R> {
    fn default() -> Self {
        Struct { record: R::default(), valid: NullBufferBuilder::new(0) }
    }
}

impl<R: Record> Column for Struct<R> {
    type Value<'v> = R::Value<'v>;

    fn data_type() -> DataType {
        DataType::Struct(R::fields().into())
    }

    fn push(&mut self, value: Option<Self::Value<'_>>) {
        self.valid.append(value.is_some());
        self.record.push(value.as_ref());
    }

    fn finish(mut self) -> ArrayRef {
        let fields = Fields::from(R::fields());
        Arc::new(StructArray::new(fields, self.record.finish(), self.valid.finish()))
    }
}

/// Declares records: for each field its name, its column and its value, which is an `Option`.
macro_rules! records {
    ($($(#[$doc:meta])* $record:ident of $of:ty, $it:ident => { $($field:ident: $column:ty = $value:expr,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Default)]
            pub(crate) struct $record { $($field: $column,)* }

            impl $crate::column::Record for $record {
                type Value<'v> = $of;

                fn fields() -> Vec<Field> {
                    vec![$(Field::new(stringify!($field), <$column>::data_type(), true),)*]
                }

                fn push(&mut self, value: Option<&Self::Value<'_>>) {
                    $(self.$field.push(value.and_then(|$it| $value));)*
                }

                fn finish(self) -> Vec<ArrayRef> {
                    vec![$(self.$field.finish(),)*]
                }
            }
        )*
    };
}
pub(crate) use records;
