#pragma once

#include <QLabel>

namespace lanyard {

/// A label that never takes its text for HTML (a default QLabel does, and then reads local files named in it).
/// Its accessible name is its text.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr);
    /// Shows text of the service or of a file: invisible and overriding characters become visible.
    void setForeignText(const QString &text);
};

/// A heading of a page or of a group of fields: the widget's font, larger by @p scale and bold.
class Heading : public PlainLabel
{
    Q_OBJECT

public:
    explicit Heading(const QString &text, double scale, QWidget *parent = nullptr);
};

} // namespace lanyard
