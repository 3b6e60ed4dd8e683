#pragma once

#include <QWidget>

namespace lanyard {

class PlainLabel;

/// The head of a page or a dialog: its title, and a line of what it is about.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, const QString &line = {}, QWidget *parent = nullptr);

    /// For a window with little height: both in one line, in letters of the usual size.
    void setLow(bool isLow);
    /// An empty text hides it.
    void setLine(const QString &line);

private:
    PlainLabel *m_title;
    PlainLabel *m_line;
};

/// Makes @p label a quiet one: what it says is of second rank.
void makeQuiet(PlainLabel &label, bool isQuiet = true);

} // namespace lanyard
