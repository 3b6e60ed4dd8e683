#pragma once

#include <QWidget>

namespace lanyard {

class PlainLabel;

/// The head of a page or a dialog: its title, and a line of what it is about.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    /// How much larger than other text the title is.
    static constexpr double OfPage = 1.5;
    static constexpr double OfDialog = 1.3;

    explicit PageHeader(const QString &title, const QString &line = {}, double scale = OfPage,
                        QWidget *parent = nullptr);

    /// For a window with little height: both in one line, in letters of the usual size.
    void setLow(bool isLow);
    void setTitle(const QString &title);
    /// An empty text hides it.
    void setLine(const QString &line);

private:
    double m_scale;
    PlainLabel *m_title;
    PlainLabel *m_line;
};

/// Makes @p label a quiet one: what it says is of second rank.
void makeQuiet(PlainLabel &label, bool isQuiet = true);

} // namespace lanyard
