#pragma once

#include <QLabel>

namespace lanyard {

/// A label that never interprets its text as HTML (a default QLabel does, and then reads local files named in it). Its
/// accessible name is its text, and what is copied from it too, without the marks of quoted(). Unless aligned
/// otherwise, it begins at the edge where the window's lines begin, also when its text reads in the other direction.
/// Where it is wrapped, a word that is longer than a line may be broken anywhere: no text makes a window wider.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr);
    void setText(const QString &text);
    /// As it was set.
    [[nodiscard]] QString text() const;
    void setWordWrap(bool isWrapped);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void alignWithWindow();
    void copySelection() const;

    QString m_spoken; // the text without marks, if it has any
};

/// A heading of a page or of a group of fields: the widget's font, bold and enlarged by @p scale.
class Heading : public PlainLabel
{
    Q_OBJECT

public:
    explicit Heading(const QString &text, double scale, QWidget *parent = nullptr);
};

} // namespace lanyard
